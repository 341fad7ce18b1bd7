// Shows what the last build said on top of the page. Text goes in as text only: messages quote people's files.
"use strict";

const SHOWN = 50;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function headline(report) {
  if (report.building) return "Building …";
  if (report.failure) return "The last build did not finish";
  const counts = ["error", "warning", "note"].map((severity) => [
    report.problems.filter((problem) => problem.severity === severity).length,
    severity,
  ]);
  const told = counts.filter(([number]) => number).map(([number, word]) => counted(number, word));
  return told.join(", ") + (report.broken ? ". Pages with errors stand as they were last good, or do not stand yet." : "");
}

function row(problem) {
  const item = element("li", "", `sitegen-${problem.severity}`);
  item.append(element("code", problem.place), " ", element("span", problem.message));
  item.append(" ", element("small", `[${problem.code}]`));
  if (problem.hint) item.append(element("p", problem.hint));
  return item;
}

function panel(report) {
  const made = element("aside", "", report.broken ? "sitegen-panel sitegen-broken" : "sitegen-panel");
  made.setAttribute("aria-label", "sitegen preview");
  const details = element("details");
  details.open = report.broken;
  details.append(element("summary", headline(report)));
  if (report.failure) details.append(element("p", report.failure));
  const list = element("ul");
  list.append(...report.problems.slice(0, SHOWN).map(row));
  details.append(list);
  const rest = report.problems.length - SHOWN;
  if (rest > 0) details.append(element("p", `… and ${rest} more, which the terminal lists`));
  made.append(details);
  return made;
}

fetch("/__sitegen/problems.json")
  .then((answer) => answer.json())
  .then((report) => {
    if (report.building || report.failure || report.problems.length) document.body.append(panel(report));
  });
