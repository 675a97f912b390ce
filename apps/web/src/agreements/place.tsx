import type { ReactNode } from 'react';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { useRegisterNames } from './use-register-names';

interface PromisedPlace {
  readonly scope: string;
  readonly regionCodes: readonly string[];
  readonly cities: readonly string[];
  readonly zoneIds: readonly string[];
}

/** Where something was promised: cities, zones and regions as stated; a promise over several is never split. */
export function Place({ of: { scope, regionCodes, cities, zoneIds } }: { readonly of: PromisedPlace }) {
  const word = useWord();
  const names = useRegisterNames();
  const parts: ReactNode[] = [
    ...zoneIds.map((id) => <Text key={id} of={names.zone(id)} />),
    ...cities.map((city) => <Name key={city}>{city}</Name>),
    ...regionCodes.map((code) => <Text key={code} of={names.region(code)} />),
  ];
  if (parts.length === 0) {
    return <span className={scope === 'nationwide' ? undefined : 'muted'}>{word('placeScope', scope)}</span>;
  }
  return (
    <>
      {parts.map((part, index) => (
        <span key={index} className="line">
          {part}
        </span>
      ))}
    </>
  );
}
