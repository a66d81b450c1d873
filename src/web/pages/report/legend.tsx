/** What the marks mean. */
export const Legend = () => (
  <p className="legend" aria-hidden="true">
    <span>
      <mark className="m-source begins ends">who speaks</mark>
    </span>
    <span>
      <mark className="m-cue begins ends">word of saying</mark>
    </span>
    <span>
      <mark className="m-content open begins ends">what was said</mark> dashed: suggested
    </span>
    <span>
      <mark className="m-content accepted begins ends">accepted, corrected</mark>
    </span>
    <span>
      <mark className="m-content rejected begins ends">rejected</mark>
    </span>
    <span>
      <mark className="m-missed">missed</mark>
    </span>
  </p>
);
