/** What `indicators` starts with: small, so that Node keeps what the program compiles to (Node 22 and newer) for the next time. */
import * as nodeModule from 'node:module';

const enableCompileCache: (() => unknown) | undefined = nodeModule.enableCompileCache;
enableCompileCache?.();
require('./commands.js');
