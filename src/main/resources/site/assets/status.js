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
  const copied = (node) => {
    const made = document.createElement("div");
    made.append(...[...node.childNodes].map((each) => each.cloneNode(true)));
    return made;
  };

  let posts = [];
  let next = Number(words.shards);
  globalThis.orreryShard = (number, more) => {
    posts = more;
  };
  const load = (number) =>
    new Promise((done) => {
      posts = [];
      const script = document.createElement("script");
      script.src = `search/${number}.js?${words.version}`;
      script.onload = script.onerror = () => {
        script.remove();
        done(posts);
      };
      document.head.append(script);
    });

  const known = [];
  const find = async (matches) => {
    const found = known.find(matches);
    if (found) return found;
    while (next > 0) {
      const more = await load(next);
      next -= 1;
      known.push(...more);
      const match = more.find(matches);
      if (match) return match;
    }
    return null;
  };

  const ownPath = (url) => {
    const at = url.pathname.lastIndexOf("/posts/");
    return at < 0 ? null : url.pathname.slice(at + 1);
  };

  const look = async () => {
    const url = parse(field.value.trim());
    if (!url) {
      say(words.badly);
      return;
    }
    const wanted = key(url);
    const path = ownPath(url);
    const prints = [fingerprint(wanted)].concat(path ? [fingerprint(path)] : []);
    const accounted = prints
      .map((each) => document.querySelector(`[data-keys~="${each}"]`))
      .find((each) => each);
    if (accounted) {
      say(words.missing, copied(accounted));
      return;
    }
    say(words.looking);
    const leadsThere = (address) => {
      const read = address && parse(address);
      return read && key(read) === wanted;
    };
    const post = await find((each) => each.path === path || leadsThere(each.original) || leadsThere(each.link));
    if (post) {
      const link = document.createElement("a");
      link.href = post.path;
      link.textContent = post.title;
      say(words.here, link);
      return;
    }
    const host = url.hostname.replace(/^www\./, "");
    const blog = document.querySelector(`[data-hosts~="${CSS.escape(host)}"]`);
    if (blog) {
      const link = blog.querySelector("h3 a").cloneNode(true);
      link.href = `#${blog.id}`;
      say(words.unknown, link, ...[...blog.querySelectorAll(".visits")].map((each) => each.cloneNode(true)));
    } else {
      say(words.stranger);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.hidden = false;
})();
