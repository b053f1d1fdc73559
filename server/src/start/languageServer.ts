/** What an editor starts. */
import { setFlagsFromString } from 'node:v8';
import { runProgram } from './program.ts';

// Nearly all that is read stays. Room for what soon goes would grow with it and be kept, up to a third of the memory.
setFlagsFromString('--semi-space-growth-factor=1');

runProgram('languageServer.js', 'lsp');
