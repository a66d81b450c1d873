/** The identity room: takes a Reading and Statement[], gives Speaker[] and which speaker each statement has. */
export { type About, type Identity, identify } from './identify.ts';
