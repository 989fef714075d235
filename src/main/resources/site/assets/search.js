// Search as you type, over shards that are loaded newest first and only as far back as is wanted.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const field = form.querySelector("input[name=q]");
  const list = document.querySelector(".found");
  const status = document.querySelector(".search-status");
  const further = document.querySelector(".further");
  const goFurther = further.textContent;
  const words = form.dataset;
  const enough = 8;
  const step = 50; // shown at once
  const atOnce = 8; // shards: a word that hardly anybody uses must not load them all
  const folded = (text) =>
    text
      .toLowerCase()
      .replace(/[\u00ad\u200b\u2060]+/g, "") // inside words, and seen by nobody
      .normalize("NFD")
      .replace(/[\u0300-\u036f]+/g, "")
      .normalize("NFC");
  // As the shards' words are parted. Where no spaces part words, each letter stands for itself, and what was typed must be found in
  // one piece. Unicode counts Kana's signs for length and voice (\u30fc\uff70, \uff9e\uff9f) to no script.
  const unparted = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc\uff70\uff9e\uff9f\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
  const letter = new RegExp(unparted, "gu");
  const piece = new RegExp(`${unparted}{2,}`, "gu");
  const tokenize = (text) => [...new Set(folded(text).replace(letter, " $& ").split(/[^\p{L}\p{M}\p{N}_+#]+/u))];
  const index = new MiniSearch({
    idField: "path",
    fields: ["title", "blog", "by", "tags", "words"],
    storeFields: ["path", "title", "blog", "by", "tags", "words", "date", "iso", "home", "original", "license", "excerpt"],
    tokenize,
    searchOptions: {
      boost: { title: 5, tags: 3, by: 3, blog: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  const search = (query) => {
    const pieces = folded(query).match(piece) ?? [];
    const holds = (post) => (each) =>
      [post.title, post.blog, post.by, post.tags, post.words].some((text) => folded(text).includes(each));
    return index.search(query, { filter: (post) => pieces.every(holds(post)) });
  };
  const ahead = Array.from({ length: Number(words.shards) }, (_, at) => at + 1); // shards to be loaded, the newest last
  let left = ahead.length - atOnce; // so many of them stay until the visitor asks for them
  let missed = []; // shards that could not be loaded
  let loading = null;
  let waiting = null;
  let most = step;
  let unshown = 0; // found, and beyond those

  // While the site is published anew, a post may be in a shard that was kept and, moved on, in the next one too.
  globalThis.orreryShard = (number, posts) => index.addAll(posts.filter((post) => !index.has(post.path)));

  const load = () =>
    (loading ??= new Promise((done) => {
      const number = ahead.pop();
      const script = document.createElement("script");
      script.src = `search/${number}.js?${words.version}`;
      script.onload = script.onerror = (event) => {
        if (event.type === "error") missed.unshift(number);
        loading = null;
        script.remove();
        done();
      };
      document.head.append(script);
    }));

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const row = (post) => {
    const link = element("a", "", post.title);
    link.href = post.path;
    const heading = element("h2", "", "");
    heading.dir = "auto";
    heading.append(link);
    const meta = element("p", "meta", "");
    const time = element("time", "", post.date);
    time.dateTime = post.iso;
    const blog = element(post.home ? "a" : "span", "", post.blog);
    if (post.home) blog.href = post.home;
    meta.append(blog);
    if (post.by) meta.append(element("span", "", post.by));
    meta.append(time);
    if (post.original) {
      const original = element("a", "source", words.original);
      original.href = post.original;
      original.append(element("span", "unseen", `: ${post.title}`));
      meta.append(original);
    }
    if (post.license) {
      const license = element("a", "", post.license);
      license.href = post.license;
      license.rel = "license";
      const terms = element("span", "", `${words.license} `);
      terms.append(license);
      meta.append(terms);
    }
    const excerpt = element("p", "excerpt", post.excerpt);
    excerpt.dir = "auto";
    const item = element("li", "", "");
    item.append(heading, excerpt, meta);
    return item;
  };

  // For who comes back or passes the address on.
  const remember = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch (e) {
      // Pages opened from disk keep their address.
    }
  };

  const show = async (goOn) => {
    const query = field.value.trim();
    if (query !== waiting) most = step;
    waiting = query;
    if (!query) {
      remember("");
      list.replaceChildren();
      status.textContent = "";
      further.hidden = true;
      return;
    }
    let hits = search(query);
    while ((loading || ahead.length > Math.max(0, left)) && (hits.length < enough || goOn)) {
      status.textContent = words.looking;
      await load();
      if (waiting !== query) return;
      goOn = false;
      hits = search(query);
    }
    list.replaceChildren(...hits.slice(0, most).map(row));
    const count = hits.length === 0 ? words.none : words.count.replace("{0}", hits.length);
    const note = missed.length > 0 && words.missed;
    status.textContent = note ? `${note} ${count}` : count;
    unshown = Math.max(0, hits.length - most);
    further.textContent = (unshown > 0 && words.more) || (missed.length > 0 && words.again) || goFurther;
    further.hidden = unshown === 0 && missed.length === 0 && ahead.length === 0;
    remember(query);
  };

  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    show();
  });
  further.addEventListener("click", () => {
    const goOn = unshown === 0;
    if (goOn) {
      left = ahead.length - (missed.length > 0 ? 0 : atOnce);
      ahead.push(...missed);
      missed = [];
    }
    most += step;
    show(goOn);
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  form.classList.add("live");
  field.placeholder = words.hint;
  if (field.value) show();
})();
