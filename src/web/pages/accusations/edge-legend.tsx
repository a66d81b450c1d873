/** What a choice shows, while none is made; and what the lines mean where they are drawn. */
export const EdgeLegend = ({ drawn }: { readonly drawn: boolean }) => (
  <aside className="panel edge-panel" aria-label="Statements">
    <h2>Choose an accusation</h2>
    <p className="muted small">
      A line of the graph, a row of the table or a cell of the matrix shows the statements behind it, and the denials beside them.
    </p>
    {drawn && (
      <ul className="legend-list small">
        <li>
          <span className="stroke thin" aria-hidden="true" /> one first voice
        </li>
        <li>
          <span className="stroke thick" aria-hidden="true" /> several first voices: thicker, with their number
        </li>
        <li>
          <span className="stroke faint" aria-hidden="true" /> thin, 0: echoes alone, another report had it first
        </li>
        <li>
          <span className="stroke both" aria-hidden="true" /> each accuses the other: an arrow at each end, two numbers
        </li>
        <li>
          <span className="party accuser" aria-hidden="true" /> party that accuses more than it is accused
        </li>
        <li>
          <span className="party accused" aria-hidden="true" /> party that is accused more; how often stands below its name
        </li>
      </ul>
    )}
  </aside>
);
