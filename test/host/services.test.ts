import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

describe("properties", () => {
  it("keep texts by store, null for what is missing", () => {
    expect(
      hostWith().run(`const store = PropertiesService.getDocumentProperties(); store.setProperty("a", 1).setProperties({ b: "2" });
        const before = [store.getProperty("a"), store.getProperty("none"), store.getProperties(), PropertiesService.getUserProperties().getKeys()];
        store.deleteProperty("a"); return [...before, store.getKeys()]`),
    ).toEqual(["1", null, { a: "1", b: "2" }, [], ["b"]]);
  });

  it("refuse a value above 9 KB and a store above 500 KB", () => {
    expect(() =>
      hostWith().run(`PropertiesService.getUserProperties().setProperty("a", "x".repeat(9217))`),
    ).toThrow("Argument too large: value");
    expect(() =>
      hostWith().run(
        `for (let i = 0; i < 60; i++) PropertiesService.getUserProperties().setProperty("k" + i, "x".repeat(9000))`,
      ),
    ).toThrow(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  });
});

describe("the cache", () => {
  it("forgets in time, survives actions, and refuses what is too large", () => {
    let now = 0;
    const host = hostWith("", { now: () => now });
    const cache = `const cache = CacheService.getDocumentCache();`;
    expect(
      host.run(`${cache} return [cache.put("a", "1", 60), cache.get("a"), cache.get("b")]`),
    ).toEqual([null, "1", null]);
    now = 59_000;
    expect(host.run(`${cache} return cache.getAll(["a", "b"])`)).toEqual({ a: "1" });
    now = 61_000;
    expect(host.run(`${cache} return cache.get("a")`)).toBeNull();
    expect(() => host.run(`${cache} cache.put("k".repeat(251), "1")`)).toThrow(
      "Argument too large: key",
    );
    expect(() => host.run(`${cache} cache.put("k", "x".repeat(102401))`)).toThrow(
      "Argument too large: value",
    );
    expect(() => host.run(`${cache} cache.put("k", 5)`)).toThrow(
      "The parameters (String,number,number) don't match the method signature for CacheService.Cache.put.",
    );
  });
});

describe("locks", () => {
  const lock = `const lock = LockService.getDocumentLock();`;

  it("are had, had again, released and gone when the action ends", () => {
    const host = hostWith();
    expect(
      host.run(
        `${lock} const first = [lock.hasLock(), lock.tryLock(0), lock.tryLock(0), lock.hasLock(), lock.tryLock(-1)]; lock.releaseLock(); first.push(lock.hasLock()); lock.waitLock(5); return first`,
      ),
    ).toEqual([false, true, true, true, false, false]);
    expect(host.run(`${lock} return lock.hasLock()`)).toBe(false);
  });

  it("time out while another run holds them, and the wait costs time", () => {
    const host = hostWith();
    host.foreignLocks.add("document");
    expect(() => host.run(`${lock} lock.waitLock(1000)`)).toThrow(
      "Lock timeout: another process was holding the lock for too long.",
    );
    expect(() => host.run(`${lock} lock.waitLock(400000)`)).toThrow(
      "Exceeded maximum execution time",
    );
  });

  it("do not outlast a question to the person", () => {
    expect(
      hostWith().run(
        `${lock} lock.tryLock(0); SpreadsheetApp.getUi().alert("Sure?"); return lock.hasLock()`,
      ),
    ).toBe(false);
  });
});

describe("the interface", () => {
  it("asks, tells and shows panels", () => {
    const host = hostWith("", {
      html: { Sidebar: "<p>Hi</p>" },
      respond: ({ kind }) => (kind === "prompt" ? { button: "OK", text: "Q2" } : { button: "YES" }),
    });
    expect(
      host.run(`const ui = SpreadsheetApp.getUi(); const answer = ui.prompt("Period", "Which?", ui.ButtonSet.OK_CANCEL);
        const yes = ui.alert("Undo?", ui.ButtonSet.YES_NO) === ui.Button.YES;
        ui.showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("RevOps")); SpreadsheetApp.getActive().toast("Done", "Import");
        return [answer.getResponseText(), answer.getSelectedButton() === ui.Button.OK, yes]`),
    ).toEqual(["Q2", true, true]);
    expect(host.events).toEqual([
      { kind: "prompt", title: "Period", text: "Which?" },
      { kind: "alert", title: "", text: "Undo?" },
      { kind: "sidebar", title: "RevOps", html: "<p>Hi</p>" },
      { kind: "toast", title: "Import", text: "Done", seconds: 5 },
    ]);
  });

  it("refuses HTML files that are not there, and escapes what is not trusted", () => {
    expect(() => hostWith().run(`HtmlService.createHtmlOutputFromFile("None")`)).toThrow(
      "No HTML file named None was found.",
    );
    expect(
      hostWith().run(
        `return HtmlService.createHtmlOutput("<b>").appendUntrusted("<i>&'").getContent()`,
      ),
    ).toBe("<b>&lt;i&gt;&amp;&#39;");
  });
});

describe("utilities", () => {
  it("format dates by Java's letters in a zone", () => {
    expect(
      hostWith().run(`const date = new Date(Date.UTC(2026, 0, 31, 6, 45, 3));
        return [Utilities.formatDate(date, "Asia/Kathmandu", "yyyy-MM-dd'T'HH:mm:ssZ"), Utilities.formatDate(date, "GMT", "EEE d MMM yy, h:mm a X")]`),
    ).toEqual(["2026-01-31T12:30:03+0545", "Sat 31 Jan 26, 6:45 AM Z"]);
    expect(() => hostWith().run(`Utilities.formatDate("2026-01-31", "GMT", "yyyy")`)).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  it("digest and encode as bytes of Java", () => {
    // echo -n abc | sha256sum: ba7816bf…
    expect(
      hostWith().run(
        `return [Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc").slice(0, 4), Utilities.base64Encode("abc"), Utilities.base64Decode("YWJj")]`,
      ),
    ).toEqual([[-70, 120, 22, -65], "YWJj", [97, 98, 99]]);
  });
});
