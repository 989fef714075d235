// "Why is my post not there?": looks an address up among the posts this page accounts for, then in the search's shards.
"use strict";
(() => {
  const form = document.querySelector("form.lookup");
  const field = form.querySelector("input");
  const answer = document.querySelector(".answer");
  const words = form.dataset;
  const tracking = /^(?:(?:utm_|mc_|mtm_|pk_|hsa_|_hs|ga_).*|fbclid|gclid|dclid|msclkid|yclid|igshid|mkt_tok|ref|ref_src|source|cmpid)$/;

  // What browsers leave as it is typed and the planet escapes.
  const escaped = (part) =>
    part.replace(/%(?![0-9a-f]{2})/gi, "%25")
      .replace(/["<>`{}|\\^[\]]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

  // As the planet compares addresses: without scheme, www, default port, last slash, .html, fragment, tracking; then a character
  // for each byte, since the same address may be escaped in several ways. A test holds both to one list of addresses.
  const key = (url) => {
    const host = url.hostname.replace(/^www\./, "");
    const port = ["", "80", "443"].includes(url.port) ? "" : `:${url.port}`;
    const path = escaped(url.pathname)
      .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, "/")
      .replace(/\.(?:html?|php|aspx?)$/, "")
      .replace(/\/+$/, "");
    const query = escaped(url.search.slice(1)).split("&")
      .filter((each) => each && !tracking.test(each.split("=")[0].toLowerCase()))
      .sort()
      .join("&");
    return (host + port + path + (query ? `?${query}` : ""))
      .replace(/%([0-9a-f]{2})/gi, (all, hex) => String.fromCharCode(parseInt(hex, 16)));
  };

  const fnv = (hash, bytes) => {
    for (const each of bytes) hash = Math.imul(hash ^ each.charCodeAt(0), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  const fingerprint = (bytes) => fnv(0x811c9dc5, bytes) + fnv(0x050c5d1f, bytes);

  const parse = (text) => {
    try {
      const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
      return /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? url : null;
    } catch (e) {
      return null;
    }
  };

  const paragraph = (text) => {
    const made = document.createElement("p");
    made.textContent = text;
    return made;
  };
  const say = (text, ...more) => answer.replaceChildren(paragraph(text), ...more);
  const link = (path, text) => {
    const made = document.createElement("a");
    made.href = path;
    made.dir = "auto";
    made.textContent = text;
    return made;
  };

  const fetched = (file) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${file}?${words.version}`;
      script.onload = script.onerror = (event) => {
        script.remove();
        if (event.type === "load") done();
        else failed(new Error(script.src));
      };
      document.head.append(script);
    });

  // The search's shards hold each post's text, too, so that only the newest are loaded unless the visitor asks for older ones.
  const atOnce = 20;
  const known = [];
  const ahead = Array.from({ length: Number(words.shards) }, (_, at) => at + 1); // shards to be loaded, the newest last
  let left = ahead.length - atOnce; // so many of them stay until the visitor asks for them
  let missed = []; // shards that could not be loaded
  let loading = null;
  globalThis.orreryShard = (number, posts) => known.push(...posts);
  const load = () => {
    if (loading) return loading;
    const number = ahead.pop();
    loading = fetched(`search/${number}.js`)
      .catch(() => missed.unshift(number))
      .finally(() => {
        loading = null;
      });
    return loading;
  };

  // Posts that are not on the front page, and hosts of blogs: in shards by the first digits of a fingerprint.
  const told = { posts: {}, hosts: {} };
  const asked = new Map();
  globalThis.orreryKnown = (shard) => {
    for (const [print, places] of Object.entries(shard.posts)) told.posts[print] = places.map((each) => shard.words[each]);
    Object.assign(told.hosts, shard.hosts);
  };
  const tell = async (kind, print) => {
    const shard = print.slice(0, Number(words.digits)) || "all";
    if (!asked.has(shard)) asked.set(shard, fetched(`status/known-${shard}.js`));
    await asked.get(shard).catch((failed) => {
      asked.delete(shard);
      throw failed;
    });
    return told[kind][print];
  };

  const find = async (matches) => {
    for (let at = 0; ; at += 1) {
      while (at === known.length && (loading || ahead.length > Math.max(0, left))) await load();
      if (at === known.length || matches(known[at])) return known[at];
    }
  };

  const button = (text, pressed) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", pressed);
    return made;
  };

  // Looks the same address up among older posts.
  const further = () =>
    button(words.further, () => {
      left = ahead.length - atOnce;
      ask();
    });

  const again = () =>
    button(words.again, () => {
      ahead.push(...missed);
      missed = [];
      ask();
    });

  const ownPath = (url) => {
    const at = url.pathname.lastIndexOf("/posts/");
    return at < 0 ? null : url.pathname.slice(at + 1);
  };

  let turn = 0; // of the newest question; who asked before it is answered no more
  const look = async (mine) => {
    const url = parse(field.value.trim());
    if (!url) {
      say(words.badly);
      return;
    }
    const wanted = key(url);
    const path = ownPath(url);
    const prints = [fingerprint(wanted)].concat(path ? [fingerprint(path)] : []);
    say(words.looking);
    for (const print of prints) {
      const account = await tell("posts", print);
      if (mine !== turn) return;
      if (account) {
        const [rule, blog, page, elsewhere, title] = account;
        const why = paragraph(rule);
        if (elsewhere) why.append(" ", link(elsewhere, title));
        const all = paragraph(`${words.all} `);
        all.append(link(page, blog));
        say(words.missing, why, all);
        return;
      }
    }
    const leadsThere = (address) => {
      const read = address && parse(address);
      return read && key(read) === wanted;
    };
    const post = await find((each) => each.path === path || leadsThere(each.original) || leadsThere(each.link));
    if (mine !== turn) return;
    if (post) {
      say(words.here, link(post.path, post.title));
      return;
    }
    const blogs = await tell("hosts", fingerprint(url.hostname.replace(/^www\./, "")));
    if (mine !== turn) return;
    const heard = (blogs ?? []).flatMap(([name, place]) => {
      const row = document.getElementById(place.split("#")[1]);
      return [link(row ? `#${row.id}` : place, name)]
        .concat(row ? [...row.querySelectorAll(".visits")].map((each) => each.cloneNode(true)) : []);
    });
    if (ahead.length > 0) answer.replaceChildren(further(), ...heard);
    else if (missed.length > 0) say(words.missed, again(), ...heard);
    else say(blogs ? words.unknown : words.stranger, ...heard);
  };

  const ask = () => {
    const mine = (turn += 1);
    look(mine).catch(() => {
      if (mine === turn) say(words.missed, again());
    });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.hidden = false;
})();
