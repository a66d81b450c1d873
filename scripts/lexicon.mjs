#!/usr/bin/env node
// Packs lexicon/en/*.txt into src/<room>/lexicon.generated.ts. With --check, writes nothing and exits 1 if a packed file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Each room's lists: the name of the constant and the file it comes from. */
export const LISTS = {
  identity: {
    TITLES: 'titles',
    ROLE_NOUNS: 'role-nouns',
    KEPT_UNNAMED: 'kept-unnamed-nouns',
    BODY_NOUNS: 'body-nouns',
    DOCUMENT_NOUNS: 'document-nouns',
    SURVEY_NOUNS: 'survey-nouns',
    QUANTITIES: 'quantity-words',
    FEMALE_NAMES: 'given-names-female',
    MALE_NAMES: 'given-names-male',
    GIVEN_NAME_FORMS: 'given-name-forms',
    GOVERNMENTS: 'governments',
  },
  sourcing: {
    MEDIA: 'media',
    MEDIA_ENDINGS: 'media-endings',
    CHANNEL_WORDS: 'channel-words',
    ACT_VERBS: 'act-verbs',
    WRONG_WORDS: 'wrong-words',
    BLAME_WORDS: 'blame-words',
    PRAISE_WORDS: 'praise-words',
    ROLE_NOUNS: 'role-nouns',
    BARE_NOUNS: 'bare-nouns',
    DOCUMENT_NOUNS: 'document-nouns',
    REASONS_UNNAMED: 'reason-unnamed',
    HOW_OBTAINED: 'how-obtained',
    CLAIM_WORDS: 'claim-words',
  },
  allegation: { WRONG_TRIGGERS: 'wrong-triggers', THING_NOUNS: 'thing-nouns', LANDS: 'lands' },
  attribution: { SAYING: 'saying' },
  corroboration: {
    SPELLINGS: 'spelling-variants',
    FUNCTION_WORDS: 'function-words',
    COMMON_WORDS: 'common-words',
    STATE_WORDS: 'state-words',
    CORRECTION_WORDS: 'correction-words',
    PUBLISHER_FAMILIES: 'publisher-families',
    GOVERNMENTS: 'governments',
    GIVEN_NAME_FORMS: 'given-name-forms',
  },
  language: { OTHER_LANGUAGES: 'other-languages' },
};

/** Each room's records: the name of the constant and the JSON file it comes from. */
export const RECORDS = {
  sourcing: { DEFAULT_PROFILE: 'house-rules.default' },
  allegation: { WRONG_CODES: 'wrongs' },
};

/** The entries of a list: one a line (or several, parted by spaces in a list of single words), "#" begins a comment. */
export function entriesOf(text) {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.replace(/#.*/, '').trim())
        .filter(Boolean),
    ),
  ];
}

/** The packed file of one room. */
export function pack(room) {
  const lists = Object.entries(LISTS[room]).map(([name, file]) => {
    const entries = entriesOf(readFileSync(join(root, 'lexicon', 'en', `${file}.txt`), 'utf8'));
    return `/** lexicon/en/${file}.txt */\nexport const ${name}: readonly string[] = ${JSON.stringify(entries.join('|'))}.split('|');\n`;
  });
  for (const [name, file] of Object.entries(RECORDS[room] ?? {})) {
    const record = JSON.parse(readFileSync(join(root, 'lexicon', 'en', `${file}.json`), 'utf8'));
    lists.push(`/** lexicon/en/${file}.json */\nexport const ${name} = ${JSON.stringify(record, null, 2)} as const;\n`);
  }
  return `// Made by scripts/lexicon.mjs from lexicon/en; edit the lists there and run \`npm run lexicon\`.\n\n${lists.join('\n')}`;
}

export const packedPath = (room) => join(root, 'src', room, 'lexicon.generated.ts');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const room of Object.keys(LISTS)) {
    const stale = (() => {
      try {
        return readFileSync(packedPath(room), 'utf8') !== pack(room);
      } catch {
        return true;
      }
    })();
    if (!stale) continue;
    if (process.argv.includes('--check')) {
      console.error(`src/${room}/lexicon.generated.ts is stale: run npm run lexicon`);
      process.exitCode = 1;
    } else writeFileSync(packedPath(room), pack(room));
  }
}
