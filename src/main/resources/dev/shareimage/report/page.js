'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { t, states, targets, images, groups, keys, owners } = data;
  const byId = (id) => document.getElementById(id);
  const SVG = 'http://www.w3.org/2000/svg';
  const ROW = 30;
  const COLUMN = 30;
  const ROOMY_HEAD = 520;
  const COLUMNS_ON_PAPER = 15;
  const MAX_CELLS_PRINTED = 12000;
  const MAX_SHARES_PRINTED = 4000;
  const MAX_RECIPIENTS_DRAWN = 12;
  const MAX_ITEMS_LAID_OUT = 300;

  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
  const s = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);
  const say = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (all, place) => String(values[place]));

  // How a state looks: the sign says the same as the color.
  const GROUP = { good: '✓', bad: '✕', unknown: '?', plain: '·' };
  const moodOf = (state) => {
    const label = states[state];
    if (label === 'trusted') return 'good';
    if (label === 'not-needed') return 'plain';
    return ['may-be-denied', 'may-be-covered', 'unread'].includes(label) ? 'unknown' : 'bad';
  };
  const moods = states.map((label, state) => moodOf(state));
  const stateText = (state) => t['state.' + states[state]];
  const date = (seconds) => (seconds ? new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC' : '');

  // An image is [region, id, name, encrypted, owner, keys, shares]; shares are flat: target, state, since, until, share.
  const REGION = 0, ID = 1, NAME = 2, ENCRYPTED = 3, OWNER = 4, KEYS = 5, SHARES = 6;
  const WIDTH = 5;
  const sharesOf = (image) => {
    const shares = [];
    for (let i = 0; i < image[SHARES].length; i += WIDTH) {
      const [target, state, since, until, share] = image[SHARES].slice(i, i + WIDTH);
      shares.push({ target, state, since, until, share });
    }
    return shares;
  };

  // Who has an image, by target: directly, or as a member of a directory or folder.
  const cellsOf = images.map(() => null);
  const cells = (index) => {
    if (!cellsOf[index]) {
      const found = new Map();
      const shares = sharesOf(images[index]);
      for (const { target, state } of shares) if (!found.has(target)) found.set(target, { state, via: null });
      for (const { target, state } of shares) {
        for (const member of groups[images[index][OWNER]][target] || []) {
          if (!found.has(member)) found.set(member, { state, via: target });
        }
      }
      cellsOf[index] = found;
    }
    return cellsOf[index];
  };

  // ---- the filter
  const lower = images.map((image) => (image[ID] + '\n' + image[NAME] + '\n' + image[REGION] + '\n' + owners[image[OWNER]].account).toLowerCase());
  let rows = [];
  let columns = [];
  const filter = () => {
    const query = byId('query').value.trim().toLowerCase();
    const mood = byId('state').value;
    const region = byId('region').value;
    const fits = targets.map(([id]) => id.toLowerCase().includes(query));
    const seen = new Set();
    rows = images.map((image, index) => index).filter((index) => {
      if (region && images[index][REGION] !== region) return false;
      const named = lower[index].includes(query);
      let any = named && !mood;
      for (const [target, cell] of cells(index)) {
        if ((named || fits[target]) && (!mood || moods[cell.state] === mood)) {
          any = true;
          seen.add(target);
        }
      }
      return any;
    });
    columns = order.filter((target) => seen.has(target));
    const shown = new Set(rows);
    for (const item of document.querySelectorAll('[data-image]')) item.hidden = !shown.has(Number(item.dataset.image));
    for (const item of document.querySelectorAll('[data-target]')) item.hidden = !seen.has(Number(item.dataset.target));
    byId('shown').textContent = rows.length
      ? say(t.shown, rows.length, images.length, columns.length, order.length)
      : t.noMatch;
    at = { row: 0, column: 0 };
    draw(true);
  };

  // Directories and folders first, then accounts, each by id.
  const held = new Set();
  images.forEach((image, index) => { for (const target of cells(index).keys()) held.add(target); });
  const order = [...held].sort((a, b) => (targets[a][1] === 'account') - (targets[b][1] === 'account')
    || (targets[a][0] < targets[b][0] ? -1 : 1));

  // ---- the matrix: only what can be seen is there, whatever its size
  const grid = byId('grid');
  let at = { row: 0, column: 0 };
  let drawn = '';
  let all = false;
  const visible = (offset, size, extent, count) => {
    if (all) return [0, count];
    const first = Math.max(0, Math.floor(offset / size) - 6);
    return [first, Math.min(count, Math.ceil((offset + extent) / size) + 6)];
  };
  const draw = (anew) => {
    const [top, bottom] = visible(grid.scrollTop, ROW, grid.clientHeight || 560, rows.length);
    const [left, right] = visible(grid.scrollLeft, COLUMN, grid.clientWidth || 1200, columns.length);
    const key = [top, bottom, left, right, all].join();
    if (!anew && key === drawn) return;
    drawn = key;
    const focused = grid.contains(document.activeElement);
    grid.classList.toggle('roomy', !all && columns.length * COLUMN + ROOMY_HEAD < grid.clientWidth);
    if (all) {
      const papers = [];
      for (let from = 0; from === 0 || from < columns.length; from += COLUMNS_ON_PAPER) {
        papers.push(tableOf(0, rows.length, from, Math.min(columns.length, from + COLUMNS_ON_PAPER), () => null));
      }
      grid.replaceChildren(...papers);
    } else {
      grid.replaceChildren(tableOf(top, bottom, left, right, gap));
    }
    if (focused) focusCell();
  };
  const gap = (count) => {
    if (!count) return null;
    const cell = h('td', { class: 'gap', role: 'presentation', 'aria-hidden': 'true' });
    cell.style.minWidth = count * COLUMN + 'px';
    return cell;
  };
  const spacer = (count) => {
    const row = h('tr', { role: 'presentation', 'aria-hidden': 'true' });
    row.style.height = count * ROW + 'px';
    return row;
  };
  const tableOf = (top, bottom, left, right, fillUp) => {
    const heads = columns.slice(left, right).map((target, i) => h('th', {
      scope: 'col', class: targets[target][1] === 'account' ? 'col' : 'col group', 'aria-colindex': left + i + 2, title: t['type.' + targets[target][1]],
    }, h('span', {}, targets[target][0])));
    const head = h('tr', { 'aria-rowindex': 1 }, h('th', { scope: 'col', class: 'corner', 'aria-colindex': 1 }, t.image),
      fillUp(left), ...heads, fillUp(columns.length - right));
    const body = h('tbody');
    if (top) body.append(spacer(top));
    for (let r = top; r < bottom; r++) body.append(row(r, left, right, fillUp));
    if (bottom < rows.length) body.append(spacer(rows.length - bottom));
    return h('table', {
      role: 'grid', 'aria-label': t.matrix, 'aria-describedby': 'matrix-help', 'aria-rowcount': rows.length + 1, 'aria-colcount': columns.length + 1,
    }, h('thead', {}, head), body);
  };
  const row = (r, left, right, fillUp) => {
    const index = rows[r];
    const image = images[index];
    const current = at.row === r;
    const head = h('th', { scope: 'row', title: image[NAME] + ' ' + image[ID] + ' ' + image[REGION], 'aria-colindex': 1,
      tabindex: current && at.column === 0 ? 0 : -1, 'data-r': r, 'data-c': 0 },
    h('bdi', {}, image[NAME] || image[ID]), h('small', {}, image[ID]));
    const line = h('tr', { 'aria-rowindex': r + 2 }, head, fillUp(left));
    const who = cells(index);
    for (let c = left; c < right; c++) {
      const cell = who.get(columns[c]);
      const mood = cell ? moods[cell.state] : '';
      const through = cell && cell.via !== null ? ' ' + say(t.via, targets[cell.via][0]) : '';
      const text = targets[columns[c]][0] + ': ' + (cell ? stateText(cell.state) + through : t.none);
      line.append(h('td', {
        class: cell ? 'cell ' + mood + (cell.via === null ? '' : ' via') : null, title: cell ? text : null, 'aria-label': text,
        'aria-colindex': c + 2, tabindex: current && at.column === c + 1 ? 0 : -1, 'data-r': r, 'data-c': c + 1,
      }, cell ? (cell.via === null ? GROUP[mood] : '↳' ) : ''));
    }
    return fill(line, {}, [fillUp(columns.length - right)]);
  };
  const focusCell = () => {
    const cell = grid.querySelector(`[data-r="${at.row}"][data-c="${at.column}"]`);
    if (cell) cell.focus({ preventScroll: true });
  };
  const moveTo = (r, c) => {
    at = { row: Math.max(0, Math.min(rows.length - 1, r)), column: Math.max(0, Math.min(columns.length, c)) };
    const y = at.row * ROW;
    const x = (at.column - 1) * COLUMN;
    const height = grid.clientHeight - 200;
    const width = grid.clientWidth - 360;
    if (y < grid.scrollTop) grid.scrollTop = y;
    if (y > grid.scrollTop + height) grid.scrollTop = y - height;
    if (at.column && x < grid.scrollLeft) grid.scrollLeft = x;
    if (x > grid.scrollLeft + width) grid.scrollLeft = x - width;
    draw(true);
    focusCell();
  };
  const STEPS = {
    ArrowUp: () => moveTo(at.row - 1, at.column), ArrowDown: () => moveTo(at.row + 1, at.column),
    ArrowLeft: () => moveTo(at.row, at.column - 1), ArrowRight: () => moveTo(at.row, at.column + 1),
    PageUp: () => moveTo(at.row - 12, at.column), PageDown: () => moveTo(at.row + 12, at.column),
    Home: () => moveTo(at.row, 0), End: () => moveTo(at.row, columns.length),
    Enter: () => show(rows[at.row]),
  };
  grid.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step && rows.length) {
      event.preventDefault();
      step();
    }
  });
  grid.addEventListener('click', (event) => {
    const cell = event.target.closest('[data-r]');
    if (cell) {
      moveTo(Number(cell.dataset.r), Number(cell.dataset.c));
      if (cell.dataset.c === '0') show(rows[at.row]);
    }
  });
  grid.addEventListener('scroll', () => requestAnimationFrame(() => draw(false)), { passive: true });
  window.addEventListener('resize', () => draw(true));
  const show = (index) => {
    const item = document.querySelector(`[data-image="${index}"]`);
    item.open = true;
    item.querySelector('summary').focus();
    item.scrollIntoView({ block: 'start' });
  };

  // ---- one image: the picture and its recipients
  const shares = (image) => h('table', {},
    h('thead', {}, h('tr', {}, ...[t.recipient, t.kind, t.trust, t.since, t.until, t.through].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...sharesOf(image).map(({ target, state, since, until, share }) => h('tr', {},
      h('th', { scope: 'row' }, h('code', {}, targets[target][0])),
      h('td', {}, t['type.' + targets[target][1]]),
      h('td', { class: moods[state] }, GROUP[moods[state]] + ' ' + stateText(state)),
      h('td', { class: 'number' }, date(since)),
      h('td', { class: 'number' }, date(until)),
      h('td', {}, share || t.directly)))));

  const cut = (text, width) => {
    let used = 0;
    let kept = '';
    for (const character of text) {
      used += character.codePointAt(0) > 0x2e80 ? 2 : 1;
      if (used > width) return kept + '…';
      kept += character;
    }
    return kept;
  };
  const picture = (index) => {
    const image = images[index];
    const owner = owners[image[OWNER]];
    const some = sharesOf(image);
    const bad = some.filter(({ state }) => moods[state] !== 'good');
    const drawnShares = [...bad, ...some.filter(({ state }) => moods[state] === 'good')].slice(0, MAX_RECIPIENTS_DRAWN);
    const lines = Math.max(2, drawnShares.length + (some.length > drawnShares.length ? 1 : 0));
    const height = Math.max(120, lines * 38 + 20);
    const middle = height / 2;
    const parts = [];
    const box = (x, width, y, high, mood, title, ...texts) => {
      parts.push(s('rect', { x, y, width, height: high, rx: 10, class: 'box ' + mood }));
      parts.push(s('text', { x: x + 12, y: y + 20, class: 'label' }, title));
      texts.forEach(([text, style], i) => parts.push(s('text', { x: x + 12, y: y + 39 + i * 17, class: style }, text)));
    };
    const edge = (x1, y1, x2, y2, mood) => parts.push(s('path', {
      class: 'edge ' + mood, d: `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`,
    }));
    const plain = image[ENCRYPTED] === 0;
    box(4, 186, middle - 38, 76, '', t.image, [cut(image[NAME] || image[ID], 24), ''], [image[ID] + '', 'small']);
    let from = 190;
    if (!plain) {
      const key = image[KEYS].map((k) => keys[k])[0];
      const keyMood = !key || !key[1] ? 'unknown' : key[1] === 'Enabled' ? 'good' : 'bad';
      const roleMood = owner.role === 'present' ? 'good' : owner.role === 'notRead' ? 'unknown' : 'bad';
      box(236, 186, middle - 38, 76, roleMood, t.role, [cut(data.role.slice(0, 21), 24), 'small'], [cut(data.role.slice(21), 24) + ' · ' + t[owner.role], 'small']);
      box(468, 186, middle - 38, 76, keyMood, t.key, [cut(key ? key[0] : t.notRead, 25), 'small'],
        [(key && key[1] ? key[1] : t.notRead) + (image[KEYS].length > 1 ? ' +' + (image[KEYS].length - 1) : ''), 'small']);
      edge(190, middle, 236, middle, roleMood);
      edge(422, middle, 468, middle, roleMood === 'good' ? keyMood : roleMood);
      from = 654;
    }
    const x = plain ? 300 : 748;
    drawnShares.forEach(({ target, state }, i) => {
      const y = middle - (lines * 38) / 2 + i * 38 + (drawnShares.length === 1 ? 19 : 0);
      edge(from, middle, x, y + 17, moods[state]);
      parts.push(s('rect', { x, y: y + 2, width: 208, height: 32, rx: 8, class: 'box ' + moods[state] }));
      parts.push(s('text', { x: x + 10, y: y + 22 }, GROUP[moods[state]] + '  ' + targets[target][0]));
    });
    if (some.length > drawnShares.length) {
      parts.push(s('text', { x: x + 10, y: middle + (lines * 38) / 2 - 14, class: 'small' }, say(t.more, some.length - drawnShares.length)));
    }
    if (!some.length) parts.push(s('text', { x: x + 10, y: middle + 5, class: 'small' }, t.none));
    const name = say(t.picture, image[NAME] || image[ID]);
    const described = drawnShares.map(({ target, state }) => targets[target][0] + ': ' + stateText(state)).join('; ');
    return s('svg', { viewBox: `0 0 960 ${height}`, role: 'img', 'aria-label': name + (described ? '. ' + described : '') }, s('title', {}, name), ...parts);
  };
  const complete = (item) => {
    const body = item.querySelector('.body');
    if (body.dataset.done) return;
    body.dataset.done = '1';
    const index = Number(item.dataset.image);
    body.replaceChildren(picture(index), ...(images[index][SHARES].length ? [h('div', { class: 'scroll', tabindex: 0 }, shares(images[index]))] : []));
  };
  for (const item of document.querySelectorAll('[data-image]')) item.addEventListener('toggle', () => item.open && complete(item));

  // ---- one recipient: its images
  const imagesByRecipient = () => {
    const found = new Map(order.map((target) => [target, []]));
    images.forEach((image, index) => { for (const [target, cell] of cells(index)) found.get(target).push([index, cell]); });
    return found;
  };
  const imagesOf = (list) => h('table', {},
    h('thead', {}, h('tr', {}, ...[t.image, t.region, t.trust, t.through].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...list.map(([index, cell]) => h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: '#image-' + index }, h('bdi', {}, images[index][NAME] || images[index][ID])), ' ', h('code', {}, images[index][ID])),
      h('td', {}, images[index][REGION]),
      h('td', { class: moods[cell.state] }, GROUP[moods[cell.state]] + ' ' + stateText(cell.state)),
      h('td', {}, cell.via === null ? t.directly : say(t.via, targets[cell.via][0]))))));
  const membersOf = (target) => {
    const known = groups.map((of) => of[target]).find((members) => members !== undefined);
    if (known === undefined) return null;
    const text = known === null ? t.membersUnread : known.map((member) => targets[member][0]).join(', ') || t.noMembers;
    return h('p', { class: 'holders' }, h('b', {}, t.members), ' ', text);
  };
  const list = byId('account-list');
  document.body.classList.toggle('many', images.length + order.length > MAX_ITEMS_LAID_OUT);
  for (const [target, having] of imagesByRecipient()) {
    const count = (mood) => having.filter(([, cell]) => moods[cell.state] === mood).length;
    const item = h('details', { class: 'item', 'data-target': target },
      h('summary', {}, h('b', {}, targets[target][0]), h('span', { class: 'dim' }, t['type.' + targets[target][1]]),
        h('span', { class: 'count' }, having.length + ' ' + t.images),
        count('bad') ? h('span', { class: 'count bad' }, count('bad') + ' ' + t.bad) : null,
        count('unknown') ? h('span', { class: 'count unknown' }, count('unknown') + ' ' + t.unknown) : null),
      h('div', { class: 'body' }));
    const open = () => {
      const body = item.querySelector('.body');
      if (!body.firstChild) body.append(...[membersOf(target), h('div', { class: 'scroll', tabindex: 0 }, imagesOf(having))].filter(Boolean));
    };
    item.addEventListener('toggle', () => item.open && open());
    item.complete = open;
    list.append(item);
  }

  // ---- the rest
  const legend = document.querySelector('.legend');
  for (const [mood, name] of [['good', t.good], ['bad', t.bad], ['unknown', t.unknown], ['plain', t.plain]]) {
    legend.append(h('span', {}, h('b', { class: mood, 'aria-hidden': 'true' }, GROUP[mood]), name));
  }
  legend.append(h('span', {}, h('b', { 'aria-hidden': 'true' }, '↳'), say(t.via, t['type.folder'])));
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const code = button.parentElement.querySelector('code');
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = t.copied;
      } catch {
        getSelection().selectAllChildren(code);
      }
    });
  }
  const root = document.documentElement;
  byId('theme').hidden = false;
  byId('theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  for (const hidden of [byId('filter'), byId('matrix'), byId('accounts'), ...document.querySelectorAll('[data-script]')]) hidden.hidden = false;
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  for (const id of ['query', 'state', 'region']) byId(id).addEventListener('input', filter);
  const openHash = () => {
    const item = /^#image-\d+$/.test(location.hash) && document.querySelector(location.hash);
    if (item) item.open = true;
  };
  window.addEventListener('hashchange', openHash);

  // On paper everything is open, unless that would be a book.
  let closed = [];
  window.addEventListener('beforeprint', () => {
    all = rows.length * columns.length <= MAX_CELLS_PRINTED;
    byId('matrix').classList.toggle('too-large', !all);
    const total = images.reduce((sum, image) => sum + image[SHARES].length / WIDTH, 0);
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const item of closed) {
      if (!item.classList.contains('item')) {
        item.open = true;
        continue;
      }
      if (total <= MAX_SHARES_PRINTED) (item.complete || (() => complete(item)))();
      item.open = item.dataset.image !== undefined || total <= MAX_SHARES_PRINTED;
    }
    draw(true);
  });
  window.addEventListener('afterprint', () => {
    all = false;
    for (const item of closed) item.open = false;
    draw(true);
  });
  filter();
  openHash();
})();
