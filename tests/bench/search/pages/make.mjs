// Run by Node: make the index of a library. node make.mjs documents.json folder language
import { readFileSync, writeFileSync } from "node:fs";
import { make } from "./adapter.mjs";

const [documents, folder, language] = process.argv.slice(2);
const index = await make(JSON.parse(readFileSync(documents, "utf8")), language);
writeFileSync(`${folder}/index.json`, index);
