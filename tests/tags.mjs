// What the fast run leaves to the whole one, and why. A test says which it is by a tag of this name.
export const leftToTheWhole = [
  { name: 'process', description: 'starts processes for real work: reading, checking, kills' },
  { name: 'rig', description: 'a fault rig with its control, once' },
  { name: 'large', description: 'a large text, many files or many cases' },
];
