import './states.css';

/** A thin line at the edge of the window while the next page is on its way. */
export function ProgressLine({ active, label }: { readonly active: boolean; readonly label: string }) {
  return (
    <div role="status">
      {active ? (
        <>
          <span className="visually-hidden">{label}</span>
          <div className="progress-line" />
        </>
      ) : null}
    </div>
  );
}
