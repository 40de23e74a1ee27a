import { memoryStore } from "../fixtures/store.ts";
import { holdsTheDeskContract } from "./desk-contract.ts";
import { holdsTheEventContract } from "./event-contract.ts";

describe("the store in memory, for tests", () => {
  holdsTheDeskContract(async () => {
    const store = memoryStore();
    return [store, store];
  });
  holdsTheEventContract(async () => memoryStore());
});
