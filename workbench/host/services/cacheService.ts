import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";

const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21_600;
const MOST_ITEMS = 1000;

type Entries = Map<string, { text: string; until: number }>;

export class CacheService extends ServiceObject {
  readonly service = "CacheService";

  getDocumentCache(): Cache {
    return new Cache(this.run, "document");
  }
  getUserCache(): Cache {
    return new Cache(this.run, "user");
  }
  getScriptCache(): Cache {
    return new Cache(this.run, "script");
  }
}

/** Texts for a while: at most 100 KB each, six hours, a thousand of them. */
export class Cache extends ServiceObject {
  readonly service = "Cache";
  readonly #entries: Entries;

  constructor(run: Execution, scope: string) {
    super(run);
    const known = run.state.cache.get(scope);
    this.#entries = known ?? new Map();
    if (!known) run.state.cache.set(scope, this.#entries);
  }

  get(key: string): string | null {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.run.state.now() ? entry.text : null;
  }
  getAll(keys: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const text = this.get(key);
      if (text !== null) found[key] = text;
    }
    return found;
  }
  put(key: unknown, text: unknown, seconds: unknown = DEFAULT_SECONDS): null {
    if (typeof key !== "string" || typeof text !== "string" || typeof seconds !== "number") {
      throw mismatch("CacheService.Cache.put", key, text, seconds);
    }
    if (key.length > KEY_LIMIT) throw new ServiceError("Argument too large: key");
    if (Buffer.byteLength(text) > VALUE_LIMIT) throw new ServiceError("Argument too large: value");
    const until = this.run.state.now() + Math.min(seconds, MOST_SECONDS) * 1000;
    this.#entries.delete(key);
    this.#entries.set(key, { text, until });
    // The oldest go first when it is full; a cache is only a hint.
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_ITEMS) break;
      this.#entries.delete(oldest);
    }
    return null;
  }
  putAll(values: Record<string, unknown>, seconds: unknown = DEFAULT_SECONDS): null {
    for (const [key, text] of Object.entries(values)) this.put(key, text, seconds);
    return null;
  }
  remove(key: string): null {
    this.#entries.delete(key);
    return null;
  }
  removeAll(keys: readonly string[]): null {
    for (const key of keys) this.#entries.delete(key);
    return null;
  }
}
