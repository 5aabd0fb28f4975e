// @ts-check
// A draft that survives a reload: kept in this browser, for this hub, one for each kind and for each entry that is changed.

/** @typedef {{value: any, slug: string, named: boolean, at: number}} Draft `named`: whether the name was typed by hand */

/** @param {string} root address of the hub @param {string} kind @param {string} entry "" for a new one */
export function drawer(root, kind, entry) {
  const key = `hub-form ${new URL(root).pathname} ${kind} ${entry}`.trim();
  return {
    /** @returns {Draft | null} */
    open: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    /** Whether it could be kept. @param {Draft} draft */
    keep: (draft) => {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    empty: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
