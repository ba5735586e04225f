import { afterEach } from 'vitest';
import { closeOpened } from './helpers/opened.ts';

afterEach(closeOpened);
