/** The allegation room: takes a Reading, Statement[] and who speaks, gives what each statement alleges against whom. */
export { allege, type Told } from './allege.ts';
export { ownVoice } from './own-voice.ts';
