// @ts-check
// Questions to the search's worker, and its answers. One worker a page, begun by the first question.

/** @typedef {"missing" | "broken" | "outdated"} Failure */

export class Asking {
  /** @param {string} index where the index lies */
  constructor(index) {
    this.index = index;
    /** @type {Map<number, [(answer: any) => void, (why: Failure) => void]>} */
    this.waiting = new Map();
    this.last = 0;
  }

  /** @param {{ ask: string, request: object, open?: string[] }} question @returns {Promise<any>} refused with a Failure */
  ask(question) {
    const id = ++this.last;
    return new Promise((done, refuse) => {
      this.waiting.set(id, [done, refuse]);
      this.begin().postMessage({ id, ...question });
    });
  }

  /** Whoever turns to the search will ask: what every answer needs can be on its way. */
  begin() {
    this.worker ??= this.begun();
    return this.worker;
  }

  begun() {
    const worker = new Worker(import.meta.url, { type: "module" });
    worker.addEventListener("message", ({ data }) => this.settle(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      /** @type {Worker | undefined} */
      this.worker = undefined;
      for (const id of [...this.waiting.keys()]) this.settle({ id, failed: "missing" });
    });
    worker.postMessage({ index: this.index });
    return worker;
  }

  /** @param {{ id: number, answer?: any, failed?: Failure }} told */
  settle({ id, answer, failed }) {
    const [done, refuse] = this.waiting.get(id) ?? [];
    this.waiting.delete(id);
    if (failed) refuse?.(failed);
    else done?.(answer);
  }
}
