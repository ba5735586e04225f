// Who edits here. The name is asked for once, before the first edit; "Not now" holds until the window is closed.
import { create } from 'zustand';
import { send } from './send.ts';

interface Person {
  /** The dialog is open. */
  readonly isAsking: boolean;
  /** Empty where none was given; undefined until read. */
  readonly name: string | undefined;
}

export const usePerson = create<Person>()(() => ({ isAsking: false, name: undefined }));

let isSettled = false;
let reading: Promise<void> | undefined;
let waiting: (() => void)[] = [];

/** A name of the environment counts too, and so does an empty one: then nobody is asked. */
async function readName(): Promise<void> {
  const { values } = await send('settings.get', { keys: ['person'] });
  isSettled = values['person'] !== undefined;
  usePerson.setState({ name: values['person'] ?? '' });
}

/** Resolves at once unless the person has no name and was not asked yet; then with the answer, whatever it is. */
export async function whenPersonAsked(): Promise<void> {
  if (isSettled) return;
  reading ??= readName();
  await reading.catch(() => {
    reading = undefined;
  });
  // An edit must not fail because a setting could not be read.
  if (isSettled || reading === undefined) return;
  usePerson.setState({ isAsking: true });
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Opens the dialog, whatever was answered before. */
export async function askPerson(): Promise<void> {
  await readName();
  usePerson.setState({ isAsking: true });
}

/** @throws AppError when the name could not be kept; the dialog stays open then. */
export async function givePerson(name: string): Promise<void> {
  await send('settings.set', { key: 'person', value: name });
  usePerson.setState({ name });
  closePerson();
}

/** Whatever waited goes on, with or without a name. */
export function closePerson(): void {
  isSettled = true;
  usePerson.setState({ isAsking: false });
  const resumed = waiting;
  waiting = [];
  for (const resume of resumed) resume();
}
