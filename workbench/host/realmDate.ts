/**
 * Makes a realm's Date and Intl live in the manifest's time zone, by the host's clock. Node has one zone per process and worker threads
 * cannot change it, so local getters, setters, parsing and printing are rewritten in terms of the zone's offset.
 * Runs inside the realm; evaluates to a function that installs it.
 */
export const DATE_PRELUDE = `(function install(offsetAt, instantOf, zone, clock) {
  const Native = Date;
  define("now", 0, function () { return clock(); }, Native);
  const proto = Native.prototype;
  const time = proto.getTime;
  const shifted = (date) => { const at = time.call(date); return new Native(at + (at === at ? offsetAt(at) : 0)); };
  for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
    const getUtc = proto["getUTC" + part];
    define("get" + part, 0, function () { return getUtc.call(shifted(this)); });
    const setUtc = proto["setUTC" + part];
    if (setUtc) define("set" + part, setUtc.length, function (...args) {
      const local = time.call(this) === time.call(this) ? shifted(this) : new Native(part === "FullYear" ? 0 : NaN);
      const wall = setUtc.apply(local, args);
      return this.setTime(wall === wall ? instantOf(wall) : NaN);
    });
  }
  const offset = (date) => { const at = time.call(date); return at === at ? Math.round(offsetAt(at) / 60000) : NaN; };
  define("getTimezoneOffset", 0, function () { return 0 - offset(this); });
  define("getYear", 0, function () { return this.getFullYear() - 1900; });
  const two = (value) => (value < 10 ? "0" : "") + value;
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  define("toDateString", 0, function () {
    if (time.call(this) !== time.call(this)) return "Invalid Date";
    const year = this.getFullYear();
    const shown = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
    return days[this.getDay()] + " " + months[this.getMonth()] + " " + two(this.getDate()) + " " + shown;
  });
  define("toTimeString", 0, function () {
    if (time.call(this) !== time.call(this)) return "Invalid Date";
    const ahead = offset(this), size = Math.abs(ahead);
    return two(this.getHours()) + ":" + two(this.getMinutes()) + ":" + two(this.getSeconds()) + " GMT" +
      (ahead < 0 ? "-" : "+") + two(Math.floor(size / 60)) + two(size % 60) + " (" + zone + ")";
  });
  define("toString", 0, function () {
    return time.call(this) === time.call(this) ? this.toDateString() + " " + this.toTimeString() : "Invalid Date";
  });
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]) {
    const native = proto[name];
    define(name, 0, function (locales, options) { return native.call(this, locales, { timeZone: zone, ...options }); });
  }
  const NativeFormat = Intl.DateTimeFormat;
  const zoned = (locales, options) => [locales, { timeZone: zone, ...options }];
  Intl.DateTimeFormat = new Proxy(NativeFormat, {
    construct: (target, args) => new target(...zoned(...args)),
    apply: (target, _, args) => new target(...zoned(...args)),
  });
  const nativeParse = Native.parse;
  const local = /^[^T]*$|T.*\\d$/;
  const absolute = /(?:Z|GMT|UTC|:\\d{2}(?:\\.\\d+)?\\s*(?:GMT|UTC)?[-+]\\d{2}:?\\d{2}|\\([^)]*\\))\\s*$/i;
  const parse = (text) => {
    const words = String(text);
    const dateOnly = /^[-+]?\\d{4,6}(?:-\\d{2}(?:-\\d{2})?)?$/.test(words);
    if (dateOnly || absolute.test(words) || !local.test(words)) return nativeParse(words);
    const wall = nativeParse(/T/.test(words) && /^\\d/.test(words) ? words + "Z" : words + " UTC");
    return wall === wall ? instantOf(wall) : NaN;
  };
  const wallOf = (args) => { const wall = Native.UTC(...args); return wall === wall ? instantOf(wall) : NaN; };
  globalThis.Date = new Proxy(Native, {
    construct(target, args) {
      if (args.length === 0) return new target(clock());
      if (args.length > 1) return new target(wallOf(args));
      const value = args[0];
      if (Object.prototype.toString.call(value) === "[object Date]") return new target(time.call(value));
      const primitive = typeof value === "object" && value !== null ? value[Symbol.toPrimitive]?.("default") ?? value.valueOf() : value;
      return new target(typeof primitive === "string" ? parse(primitive) : primitive);
    },
    apply: () => new Native(clock()).toString(),
    get: (target, key) => (key === "parse" ? parse : target[key]),
  });
  Object.defineProperty(proto, "constructor", { value: globalThis.Date, writable: true, configurable: true });
  Object.defineProperty(globalThis, "Date", { enumerable: false });

  function define(name, length, value, owner = proto) {
    Object.defineProperty(value, "name", { value: name });
    Object.defineProperty(value, "length", { value: length });
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  }
})`;
