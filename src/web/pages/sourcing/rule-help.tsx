/** What each check lists, as docs/house-rules.md has it. */
const LISTS: Readonly<Record<string, string>> = {
  'bare-source': 'unnamed voices with no role and no link to the facts: “sources”, “people”',
  'reason-unnamed': 'unnamed voices for which no reason is given nearby',
  'unnamed-attack': 'unnamed voices that accuse or criticise',
  'late-speaker': 'long quotations that stand before the words naming who speaks',
  'renewed-attribution': 'quotations that go on over more than so many “paragraphs” without naming their speaker again',
  'unsourced-claim': 'contestable claims outside all statements',
  'named-and-unnamed': 'unnamed voices with the very role of somebody who speaks by name',
  'document-obtained': 'documents for which it is not told how they came',
  'agency-credit': 'agencies that are passed on and not credited',
  'second-source': 'claims of unnamed voices that no other voice makes',
};

/** What may stand in a rule file. */
export const RuleHelp = ({ checks }: { readonly checks: readonly string[] }) => (
  <aside className="panel stack rule-help" aria-label="What a rule has">
    <h2>What a rule has</h2>
    <dl className="facts">
      {(
        [
          ['id', 'what a place cites; no two alike'],
          ['check', 'one of the checks below; several rules may run the same one'],
          ['on', 'false passes the rule over'],
          ['wording', 'the rule as your newsroom words it'],
          ['paragraphs', 'for renewed-attribution alone'],
        ] as const
      ).map(([name, words]) => (
        <div key={name}>
          <dt className="mono">{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <h2>The checks</h2>
    <dl className="check-list small">
      {checks.map((check) => (
        <div key={check}>
          <dt className="mono">{check}</dt>
          <dd>{LISTS[check] ?? ''}</dd>
        </div>
      ))}
    </dl>
    <p className="small muted">The file is that of hearsay check --rules; what you keep here stands in the case and its log.</p>
  </aside>
);
