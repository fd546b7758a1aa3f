// Niceties only: every page works without this file.
(() => {
  "use strict";
  const $ = (s, e = document) => e.querySelector(s);
  const $$ = (s, e = document) => [...e.querySelectorAll(s)];
  const page = document.body.dataset.page;
  const say = (words) => { const p = $("#live"); p.textContent = words; clearTimeout(say.t); say.t = setTimeout(() => { p.textContent = ""; }, 8000); };

  // Filters are folded on narrow screens until somebody asks for them.
  const fold = $(".filters .fold[data-fold]");
  if (fold && matchMedia("(max-width:1000px)").matches) fold.open = false;

  // A form sends only what was filled in, so that addresses stay short.
  const filters = $("#filters");
  filters?.addEventListener("submit", () => { for (const e of filters.elements) if (e.name && e.value === "") e.disabled = true; });
  addEventListener("pageshow", () => { for (const e of filters?.elements ?? []) e.disabled = false; });

  // Copying out of read-only fields.
  for (const b of $$("button[data-copy]")) {
    b.hidden = false;
    b.addEventListener("click", async () => {
      const field = document.getElementById(b.dataset.copy);
      field.select();
      try { await navigator.clipboard.writeText(field.value); say("Copied."); } catch { say("Press Ctrl C to copy what is selected."); }
    });
  }

  // #c=118-127: the words of a claim have a mark of their own; of any other
  // stretch, the marks and sentences that it touches are shown.
  const range = () => /^#c=(\d+)-(\d+)$/.exec(decodeURIComponent(location.hash));
  function focusSpan() {
    for (const e of $$(".taken li.on, mark.on")) e.classList.remove("on");
    const m = range();
    if (!m || page !== "report") return;
    const target = document.getElementById(`c=${m[1]}-${m[2]}`);
    for (const li of $$(".taken li")) if (li.dataset.span === m[0]) { li.closest("details")?.setAttribute("open", ""); li.classList.add("on"); }
    if (!target) {
      const inside = $$(".text mark").filter((e) => { const [a, b] = e.id.slice(2).split("-").map(Number); return a < +m[2] && b > +m[1]; });
      for (const e of inside) e.classList.add("on");
      inside[0]?.scrollIntoView({ block: "center" });
      if (!inside.length) say("These characters are not cited by any claim.");
    }
  }
  addEventListener("hashchange", focusSpan);
  focusSpan();

  // Keys.
  const store = { get: () => { try { return localStorage.getItem("keys") !== "off"; } catch { return true; } }, set: (on) => { try { localStorage.setItem("keys", on ? "on" : "off"); } catch { /* private window */ } } };
  const dialog = $("#keys"), onoff = $("#keys-on");
  onoff.checked = store.get();
  onoff.addEventListener("change", () => { store.set(onoff.checked); say(onoff.checked ? "Single keys are on." : "Single keys are off."); });
  let at = -1, pending = "";
  const list = (selector, step) => {
    const all = $$(selector);
    if (!all.length) return;
    const here = all.indexOf(document.activeElement.closest?.(selector) ?? document.activeElement);
    at = here >= 0 ? here : at;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all[at].focus({ preventScroll: false });
    all[at].scrollIntoView({ block: "nearest" });
    return all[at];
  };
  const heading = (step) => {
    const all = $$("main h2");
    const next = step > 0 ? all.find((h) => h.getBoundingClientRect().top > 90) : all.reverse().find((h) => h.getBoundingClientRect().top < 50);
    if (next) { next.tabIndex = -1; next.scrollIntoView({ block: "start" }); next.focus({ preventScroll: true }); }
  };
  const toggle = (n) => $(`#show-${"napdt"[n - 1]}`)?.click();
  const anywhere = { "/": () => $("#q").focus(), "?": () => dialog.showModal(), "g i": () => { location.href = "/incidents"; }, "g c": () => { location.href = "/"; } };
  const rows = { j: () => list(".row", 1), k: () => list(".row", -1), o: () => document.activeElement.closest?.(".row")?.querySelector("a")?.click(), Enter: null };
  const pages = {
    home: rows, search: rows,
    incidents: { ...rows, f: () => { const d = $(".filters .fold"); if (d) d.open = true; $("#f-q")?.focus(); }, n: () => $("#next")?.click() },
    incident: { ".": () => heading(1), ",": () => heading(-1), r: () => { location.hash = "reports"; }, h: () => { location.hash = "history"; } },
    report: {
      n: () => list(".text mark[data-k]", 1), p: () => list(".text mark[data-k]", -1), t: () => $("#taken").focus(),
      1: () => toggle(1), 2: () => toggle(2), 3: () => toggle(3), 4: () => toggle(4), 5: () => toggle(5),
    },
  };
  addEventListener("keydown", (e) => {
    if (!store.get() && e.key !== "Escape" || e.ctrlKey || e.altKey || e.metaKey || e.isComposing || dialog.open) return;
    const t = e.target;
    if (t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName) && !/^(checkbox|radio|button|submit)$/.test(t.type)) return;
    const name = pending ? pending + " " + e.key : e.key;
    pending = "";
    const act = pages[page]?.[name] ?? anywhere[name];
    if (act) { e.preventDefault(); act(); return; }
    if (e.key === "g") { pending = "g"; setTimeout(() => { pending = ""; }, 1200); return; }
    if (e.key === "Enter" && t.classList?.contains("row")) t.querySelector("a")?.click();
  });
})();
