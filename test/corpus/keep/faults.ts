import { diskFiles, type KeepFiles } from "../../../src/corpus/keep/keep-files.ts";

/** Says that nothing after it happened, as a kill would have it. */
export class Killed extends Error {}

/** A disk that is full, as the file system tells it. */
export function diskFull(): Error {
  return Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
}

/** The file system's, up to a step from which on every step fails with `error`. Steps are counted from 0. */
export function failingFrom(step: number, error: () => Error): KeepFiles & { readonly steps: () => number } {
  let done = 0;
  const guard =
    <T extends readonly unknown[]>(action: (...given: T) => Promise<void>) =>
    async (...given: T) => {
      if (done >= step) throw error();
      done++;
      await action(...given);
    };
  return {
    create: guard(diskFiles.create),
    replace: guard(diskFiles.replace),
    fill: guard(diskFiles.fill),
    remove: guard(diskFiles.remove),
    makeFolder: guard(diskFiles.makeFolder),
    rename: guard(diskFiles.rename),
    steps: () => done,
  };
}
