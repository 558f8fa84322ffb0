/**
 * The parts of Protocol Buffers that the open APIs of wx-server-sdk need: fields of varints and of bytes. The numbers
 * of the fields are those of `src/protobuf/openapi.js` in wx-server-sdk 4.0.2.
 */
type Fields = Map<number, (Buffer | number)[]>;

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** @throws RangeError if the bytes are cut off, Error for a wire type that is not in use. */
export function readFields(bytes: Buffer): Fields {
  const fields: Fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = bytes.readUInt8(at++);
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new Error('a varint is too long');
  };
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('the message is cut off');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = varint();
    const wire = key & 7;
    let value: Buffer | number;
    if (wire === VARINT) value = varint();
    else if (wire === BYTES) value = take(varint());
    else if (wire === FIXED64) value = take(8);
    else if (wire === FIXED32) value = take(4);
    else throw new Error(`wire type ${wire} is not in use`);
    const field = Math.floor(key / 8);
    fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return fields;
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Buffer.from(bytes);
}

const numberField = (field: number, value: number) =>
  Buffer.concat([varintBytes(field * 8 + VARINT), varintBytes(value)]);
const bytesField = (field: number, value: Buffer) =>
  Buffer.concat([varintBytes(field * 8 + BYTES), varintBytes(value.length), value]);

/** `CommApiData` of an open API: the parameters, each a JSON text or the bytes of a file. */
export function readParameters(bytes: Buffer): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const data of readFields(bytes).get(2) ?? [])
    for (const pair of readFields(data as Buffer).get(1) ?? []) {
      const fields = readFields(pair as Buffer);
      const text = (field: number) => fields.get(field)?.[0]?.toString();
      const value = (fields.get(2)?.[0] ?? Buffer.alloc(0)) as Buffer;
      // wx-server-sdk 4.0.2 sends a file's name, and loses its type on the way.
      const fileName = text(4);
      parameters[text(1) ?? ''] = fileName === undefined ? jsonOrText(value) : { fileName, bytes: value.length };
    }
  return parameters;
}

function jsonOrText(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString());
  } catch {
    return value.toString();
  }
}

/** `CommOpenApiResp` with the reply of the API. */
export const writeReply = (body: Buffer, contentType: string): Buffer =>
  Buffer.concat([bytesField(1, body), bytesField(2, Buffer.from(contentType))]);

/** `CommOpenApiResp` with an error of WeChat's gateway, e.g. -604100: API not found. */
export const writeError = (errorCode: number): Buffer => numberField(3, errorCode);
