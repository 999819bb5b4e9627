// Runs @mozilla/readability over decoded pages and says what it found and how fast it was.
//
//     node readability.mjs PAGES ANSWERS PASSES
//
// PAGES: JSON lines of {id, url, html}. ANSWERS: JSON lines of {id, title, byline, published, content}, written after the first pass.
// Standard output: one line of JSON, the pages a CPU second of each pass.
import { createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [file, answers, passes] = process.argv.slice(2);
const pages = [];
for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity }))
    if (line) pages.push(JSON.parse(line));

function read({ html }) {
    try {
        return new Readability(parseHTML(html).document).parse();
    } catch {
        // A page it cannot read is an empty answer.
        return null;
    }
}

const rates = [];
for (let pass = 0; pass < Number(passes); pass++) {
    const before = process.cpuUsage();
    const found = [];
    for (const page of pages) {
        const article = read(page);
        if (pass === 0)
            found.push(article);
    }
    const { user, system } = process.cpuUsage(before);
    rates.push(pages.length / ((user + system) / 1e6));
    if (pass === 0)
        writeFileSync(answers, found.map((f, i) => JSON.stringify({
            id: pages[i].id, title: f?.title ?? null, byline: f?.byline ?? null, published: f?.publishedTime ?? null, content: f?.content ?? "",
        }) + "\n").join(""));
}

console.log(JSON.stringify(rates));
