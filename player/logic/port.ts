import type { LogEntry, ToApp, ToScreen } from '../protocol';

/**
 * What the player itself needs of the worker. It is taken before the globals of the worker are removed, so nothing of
 * it is within the app's reach.
 */
const scope = self as unknown as {
  postMessage(message: ToScreen): void;
  addEventListener(kind: string, listen: (event: never) => void): void;
};

export const post = scope.postMessage.bind(scope);
export const hear = scope.addEventListener.bind(scope);
export const http = fetch.bind(scope);
export const Request = XMLHttpRequest;
export const Canvas = OffscreenCanvas;
export const Picture = Blob;
export const decodePicture = createImageBitmap.bind(scope);
export const Abort = AbortController;
export const Make = Function;
export const later = setTimeout.bind(scope);
export const cancel = clearTimeout.bind(scope);

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

const clock = performance;
/** Milliseconds since 1970, comparable with the other thread's. */
export const now = (): number => clock.timeOrigin + clock.now();

type Unstamped<T> = T extends unknown ? Omit<T, 'at'> : never;
export const note = (entry: Unstamped<LogEntry>): void =>
  post({ kind: 'log', entry: { at: now(), ...entry } as LogEntry });

/** Calls back with every message of the screen. */
export const onMessage = (tell: (message: ToApp) => void): void =>
  hear('message', ((event: MessageEvent<ToApp>) => tell(event.data)) as (event: never) => void);
