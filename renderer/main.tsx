// What the page allows is settled before anything else is loaded: schemas are made as their modules are read.
import './app/trusted-types.ts';

void import('./start.tsx');
