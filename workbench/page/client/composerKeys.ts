const ACCEPTING = new Set(["Tab", "Enter"]);
const late = new WeakSet<Event>();

/**
 * On keyup the component takes the cursor from what is drawn. After a suggestion was accepted that is the old text
 * until the next frame, and the cursor would jump back into it: such a keyup waits until the new text is drawn.
 */
export function keepCursorBehindSuggestions(): void {
  document.addEventListener(
    "keyup",
    (event) => {
      const { target, key } = event;
      if (late.has(event) || !ACCEPTING.has(key) || !(target instanceof HTMLElement)) return;
      if (!target.classList.contains("o-composer")) return;
      event.stopImmediatePropagation();
      const again = new KeyboardEvent("keyup", { key, bubbles: true });
      late.add(again);
      requestAnimationFrame(() => requestAnimationFrame(() => target.dispatchEvent(again)));
    },
    true,
  );
}

/** In a cell of percents the component puts the sign itself, as Sheets does; a person who types it too gets one. */
export function typePercentOnce(): void {
  document.addEventListener(
    "keydown",
    (event) => {
      const { target, key } = event;
      if (key !== "%" || !(target instanceof HTMLElement)) return;
      if (
        !target.classList.contains("o-composer") ||
        !/^[-+\d.,\s]+%$/.test(target.innerText.trim())
      )
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
