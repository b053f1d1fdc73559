/** What an editor starts. */
import { runProgram } from './program.ts';

runProgram('languageServer.js', 'lsp');
