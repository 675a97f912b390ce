import './bar.css';

/** A number as a length, beside the number itself. It begins where lines of text begin. */
export function Bar({ length, quiet = false }: { readonly length: number; readonly quiet?: boolean }) {
  return (
    <svg
      className={quiet ? 'meter meter-quiet' : 'meter'}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="meter-ground" width="100" height="10" />
      <rect className="meter-bar" width={length} height="10" />
    </svg>
  );
}

/** The same upright, from the ground. */
export function Column({ length }: { readonly length: number }) {
  return (
    <svg className="meter meter-upright" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect className="meter-bar" y={100 - length} width="10" height={length} />
    </svg>
  );
}
