/** The attribution room: takes a Reading, gives Statement[] with what was missed. */
export { type Attribution, attribute, type Reread } from './attribute.ts';
