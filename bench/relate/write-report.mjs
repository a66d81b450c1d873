// Sets statements into a text and gives it as an analysis, as a perfect reader would.
import { createHash } from 'node:crypto';

export const VERSION = '0.1.0';

/**
 * @param pieces what stands in the report, in order: a text alone ({words}), or a statement ({content, form, speaker, source, cue, …} with
 *   `shape`: 'after' "content, source cue", 'before' "source cue that content")
 * @returns the analysis; the planted marks of each statement are returned beside it
 */
export function writeReport({ id, publisher, published, byline, credits = [], opening, pieces, url }) {
  let text = opening === undefined ? '' : `${opening}\n\n`;
  const statements = [];
  const speakers = new Map();
  const planted = [];
  for (const piece of pieces) {
    if (piece.words !== undefined) {
      text += `${piece.words}\n\n`;
      continue;
    }
    const { content, form, speaker, source, cue, shape = 'after', plant } = piece;
    const put = (words) => {
      const at = [text.length, text.length + words.length];
      text += words;
      return [at];
    };
    let [at, from, by] = [[], [], []];
    const lead = piece.lead ?? '';
    if (shape === 'before' && source !== '') {
      text += lead;
      from = put(source);
      text += ' ';
      by = put(cue);
      text += form === 'direct' ? ', ' : ' ';
      at = put(content);
      text += '.';
    } else {
      at = put(content);
      text += ',';
      if (source !== '') {
        text += ' ';
        from = put(source);
        text += ' ';
        by = put(cue);
      }
      text += `${piece.tail ?? ''}.`;
    }
    text += piece.joined ? ' ' : '\n\n';
    let speakerId = null;
    if (speaker.type !== 'none') {
      const key = speaker.name ?? source;
      const known = speakers.get(key) ?? {
        id: `p${speakers.size + 1}`,
        name: speaker.name,
        type: speaker.type,
        role: speaker.role,
        mentions: [],
      };
      known.mentions.push(...from);
      speakers.set(key, known);
      speakerId = known.id;
    }
    planted.push(plant ?? null);
    statements.push({
      id: `s${statements.length + 1}`,
      source: from,
      cue: by,
      content: at,
      form,
      within: null,
      act: 'state',
      speaker: speakerId,
      sourcing: {
        type: speaker.type,
        grade: speaker.type === 'none' ? 'none' : speaker.name === null ? 'described' : 'named',
        channel: 'unknown',
        outlet: piece.outlet ?? null,
        addressee: null,
        said: null,
        chain: [...(speakerId === null ? [] : [speakerId]), ...(piece.outlet === undefined ? [] : [piece.outlet]), ...(piece.chain ?? [])],
      },
      allegations: [],
      confidence: 0.9,
      because: [],
    });
  }
  if (credits.length > 0) text += credits.join('\n');
  const hash = `sha256:${createHash('sha256').update(`${id}\n${text}`).digest('hex')}`;
  const analysis = {
    id,
    engine: { version: VERSION, model: 'gold', modelHash: 'sha256:gold' },
    article: {
      title: null,
      publisher,
      byline: byline ?? null,
      published,
      url: url ?? null,
      credits,
      sourceHash: hash,
      textHash: hash,
      characters: text.length,
      text,
    },
    statements,
    speakers: [...speakers.values()],
    missed: [],
    notices: [],
  };
  return { analysis, planted };
}
