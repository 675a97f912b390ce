import { useLanguage } from '@/app/services';
import { readStated } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Stated } from '@/ui/stated-date';
import { Name } from '@/ui/text';
import type { components } from '../../../.generated/schema';

/** What a request asks for: a deadline, a figure, or words. */
export function Proposed({
  request: { proposed },
}: {
  readonly request: Pick<components['schemas']['ChangeRequestResponse'], 'proposed'>;
}) {
  const language = useLanguage();
  const { deadline, value, text } = proposed;
  return (
    <>
      {deadline ? <Stated date={readStated(deadline)} /> : null}
      {value === null ? null : formatNumber(value, language)}
      {text ? (
        <>
          {deadline || value !== null ? ' · ' : null}
          <Name>{text}</Name>
        </>
      ) : null}
    </>
  );
}
