import { memoryStore } from "../fixtures/store.ts";
import { holdsTheDeskContract } from "./desk-contract.ts";

describe("the store in memory, for tests", () => {
  holdsTheDeskContract(async () => {
    const store = memoryStore();
    return [store, store];
  });
});
