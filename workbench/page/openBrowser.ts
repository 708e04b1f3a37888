import { spawn } from "node:child_process";

const OPENERS: Readonly<
  Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>>
> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Opens the page where there is a display to open it on; that there is none is no error. */
export function openBrowser(url: string): void {
  const { platform, env, stdout } = process;
  const hasDisplay =
    platform !== "linux" || env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  const [command, ...args] = OPENERS[platform] ?? [];
  if (!hasDisplay || !stdout.isTTY || env.CI !== undefined || command === undefined) return;
  spawn(command, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
