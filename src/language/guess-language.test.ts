import { describe, expect, it } from 'vitest';
import { guessOtherLanguage } from './guess-language.ts';

describe('a text that is plainly not English is named', () => {
  it.each([
    [
      'German',
      'German',
      'Der Minister wies die Vorwürfe am Montag zurück. Es sei nicht wahr, sagte er, dass die Wache auf die Fischer geschossen habe, und eine Untersuchung werde das zeigen.',
    ],
    [
      'French',
      'French',
      'Le ministre a rejeté les accusations lundi. Les gardes du port ne sont pas responsables de la mort des pêcheurs, a-t-il dit dans une lettre que la presse a pu lire.',
    ],
    [
      'Spanish',
      'Spanish',
      'El ministro rechazó las acusaciones el lunes. Los guardias del puerto no son responsables de la muerte de los pescadores, dijo en una carta que este diario pudo leer.',
    ],
    ['Cyrillic', 'a language in Cyrillic script', 'Министр отверг обвинения.'],
    ['Chinese', 'Chinese', '部长周一否认了这些指控。'],
    ['Japanese', 'Japanese', '大臣は月曜日に疑惑を否定しました。'],
  ])('%s', (_, name, text) => expect(guessOtherLanguage(text)).toBe(name));

  it.each([
    [
      'English',
      'The minister rejected the charges on Monday. The guards of the port were not to blame for the death of the fishermen, he said in a letter that this paper has read.',
    ],
    [
      'English with a foreign quotation',
      'The minister said on Monday that the guards were not to blame. “Nous ne sommes pas responsables de la mort des pêcheurs,” he wrote in a letter to the families of the men who had died at sea.',
    ],
    ['a list of foreign names', 'Der Spiegel, Die Zeit, Le Monde, El País, La Stampa'],
    ['nothing', ''],
    ['numbers', '1 2 3 4'],
    ['one word of 1 MB', 'a'.repeat(1_000_000)],
  ])('%s is not', (_, text) => expect(guessOtherLanguage(text)).toBeUndefined());
});
