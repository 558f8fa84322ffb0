import { closeGlobals } from './globals';
import { hear, note, onMessage } from './port';
import { Program } from './program';
import { watchElements } from './elements';

/** The thread of the app. It runs in a worker, so there is no DOM; what else a worker has is removed first. */
let program: Program | undefined;

const failed = (reason: unknown): void => {
  const { stack, errMsg } = (reason ?? {}) as { stack?: string; errMsg?: string };
  const message = stack ?? errMsg ?? String(reason);
  note({ kind: 'failed', message });
  program?.failed(message, reason);
};
hear('error', ((event: ErrorEvent) => failed(event.error ?? event.message)) as never);
hear('unhandledrejection', ((event: PromiseRejectionEvent) => failed(event.reason)) as never);

onMessage(message => {
  if (message.kind !== 'start') return program?.hear(message);
  closeGlobals();
  watchElements();
  program = new Program(message.settings);
  program.start();
});
