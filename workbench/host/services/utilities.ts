import { createHash, randomUUID } from "node:crypto";
import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { fromScript, mismatch, ServiceObject } from "../strict.ts";
import { zoneOffset } from "../zone.ts";
import { Enum, EnumValue } from "./enumValue.ts";

const HASHES: Record<string, string> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_512: "sha512",
};

export class Utilities extends ServiceObject {
  readonly service = "Utilities";
  override readonly constants: Readonly<Record<string, Enum>>;

  constructor(run: Execution) {
    super(run);
    this.constants = {
      DigestAlgorithm: new Enum(run, "DigestAlgorithm", "MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512"),
      Charset: new Enum(run, "Charset", "US_ASCII UTF_8"),
    };
  }

  /** A date by the letters of Java's SimpleDateFormat. */
  formatDate(date: unknown, zone: unknown, pattern: unknown): string {
    const isDate = Object.prototype.toString.call(date) === "[object Date]";
    if (!isDate || typeof zone !== "string" || typeof pattern !== "string") {
      throw mismatch("Utilities.formatDate", date, zone, pattern);
    }
    const instant = (date as Date).getTime();
    const offset = zoneOffset(zone === "GMT" ? "Etc/UTC" : zone)(instant);
    const wall = new Date(instant + offset);
    return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined) =>
      quoted === undefined ? dateField(token, wall, offset) : quoted || "'",
    );
  }

  sleep(milliseconds: number): void {
    this.run.spend(milliseconds);
  }

  getUuid(): string {
    return randomUUID();
  }

  base64Encode(data: unknown): string {
    return Buffer.from(typeof data === "string" ? data : (data as number[])).toString("base64");
  }

  base64EncodeWebSafe(data: unknown): string {
    return this.base64Encode(data).replaceAll("+", "-").replaceAll("/", "_");
  }

  base64Decode(text: string): number[] {
    return signed(Buffer.from(text, "base64"));
  }

  computeDigest(algorithm: unknown, text: unknown): number[] {
    const name =
      fromScript(algorithm) instanceof EnumValue
        ? HASHES[(algorithm as EnumValue).enumName]
        : undefined;
    if (name === undefined || typeof text !== "string")
      throw mismatch("Utilities.computeDigest", algorithm, text);
    return signed(createHash(name).update(text, "utf8").digest());
  }
}

/** Bytes as Java has them, -128 to 127. */
const signed = (bytes: Uint8Array) => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

const wallName = (wall: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(wall);

/** What each letter of a pattern shows; `wall` holds the zone's clock as if it were universal time. */
const FIELDS: Record<string, (wall: Date, width: number, offset: number) => string | number> = {
  y: (wall, width) => (width === 2 ? wall.getUTCFullYear() % 100 : wall.getUTCFullYear()),
  M: (wall, width) =>
    width < 3 ? wall.getUTCMonth() + 1 : wallName(wall, { month: width === 3 ? "short" : "long" }),
  d: (wall) => wall.getUTCDate(),
  E: (wall, width) => wallName(wall, { weekday: width < 4 ? "short" : "long" }),
  u: (wall) => wall.getUTCDay() || 7,
  H: (wall) => wall.getUTCHours(),
  h: (wall) => ((wall.getUTCHours() + 11) % 12) + 1,
  a: (wall) => (wall.getUTCHours() < 12 ? "AM" : "PM"),
  m: (wall) => wall.getUTCMinutes(),
  s: (wall) => wall.getUTCSeconds(),
  S: (wall) => wall.getUTCMilliseconds(),
  Z: (_, __, offset) => offsetText(offset, ""),
  X: (_, width, offset) => (offset === 0 ? "Z" : offsetText(offset, width === 3 ? ":" : "")),
};

function dateField(token: string, wall: Date, offset: number): string {
  const field = FIELDS[token[0] ?? ""];
  if (!field) throw new ServiceError(`Invalid pattern: Unknown pattern character '${token[0]}'`);
  const shown = field(wall, token.length, offset);
  return typeof shown === "number" ? String(shown).padStart(token.length, "0") : shown;
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${offset < 0 ? "-" : "+"}${hour}${colon}${minute}`;
}
