'use strict';
(() => {
  const { token, control, texts } = document.documentElement.dataset;
  const TEXTS = JSON.parse(texts);
  const text = (key, ...values) => values.reduce((sentence, value, i) => sentence.replace('{' + i + '}', () => value), TEXTS[key]);
  const byId = (id) => document.getElementById(id);
  const PAUSE = 1000;
  const SHARING = 'AliyunECSShareEncryptImageDefaultRole';
  const FAULTS = {
    throttle: { rules: [{ count: 2, effect: { type: 'throttle' } }] },
    error: { rules: [{ every: 3, effect: { type: 'error' } }] },
    latency: { rules: [{ effect: { type: 'latency', millis: 1000 } }] },
    lost: { rules: [{ action: 'ModifyImageSharePermission', count: 1, effect: { type: 'reset', when: 'after' } }] },
    lag: { rules: [{ effect: { type: 'lag', millis: 2000 } }] },
    drop: { rules: [{ action: 'ModifyImageSharePermission', effect: { type: 'drop-accounts' } }] },
    ram: { settings: { ramReadLagMillis: 5000 } },
  };

  const h = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const code = (value) => h('code', {}, value);
  const mark = (value, mood) => h('span', { class: 'mark ' + (mood || '') }, value);

  // Rows by what they are about: one that is new or says something else shows for a moment.
  const before = {};
  const show = (place, rows) => {
    const known = before[place];
    const now = new Map();
    byId(place).querySelector('tbody').replaceChildren(...rows.map(([key, ...cells]) => {
      const row = h('tr', {}, ...cells.map((cell) => h('td', {}, ...[].concat(cell))));
      const shown = row.textContent;
      now.set(key, shown);
      if (known && known.get(key) !== shown) row.classList.add('fresh');
      return row;
    }));
    before[place] = now;
    const none = byId(place + '-empty');
    if (none) none.hidden = rows.length > 0;
  };

  let state = null;
  const fits = (...texts) => texts.join('\n').toLowerCase().includes(byId('query').value.trim().toLowerCase());
  const shareOf = (image) => (state.world.shares || [])
    .filter(({ region, associations }) => region === image.region && associations.some(({ kind, entity }) => kind === 'RESOURCE' && entity === image.id))
    .flatMap(({ associations }) => associations.filter(({ kind }) => kind === 'TARGET'));
  const images = () => show('images', (state.world.images || [])
    .map((image) => ({ image, targets: shareOf(image) }))
    .filter(({ image, targets }) => fits(image.region, image.id, image.name, image.owner, ...image.accounts, ...targets.map(({ entity }) => entity)))
    .sort((a, b) => (b.image.accounts.length + b.targets.length > 0) - (a.image.accounts.length + a.targets.length > 0))
    .map(({ image, targets }) => [
      image.region + '/' + image.id, [code(image.id), h('br'), h('bdi', { class: 'dim' }, image.name), h('br'), h('span', { class: 'dim' }, image.region + ' · ' + image.owner)],
      [h('span', { class: image.status === 'Available' ? 'good' : 'bad' }, image.status), h('br'),
        ...(image.encrypted ? image.keys.map((key) => code(key)) : [h('span', { class: 'dim' }, text('notEncrypted'))])],
      image.accounts.length + targets.length === 0 ? h('span', { class: 'dim' }, text('nobody'))
        : [...image.accounts.map((account) => mark(account)), ...targets.map(({ entity, status }) => mark(entity + ' · ' + status.toLowerCase(), status === 'ASSOCIATED' ? 'good' : 'bad'))],
    ]));
  const pretty = (json) => {
    try {
      return JSON.stringify(JSON.parse(json), null, 2);
    } catch {
      return json;
    }
  };
  const roles = () => {
    const all = (state.world.roles || []).filter(({ name }) => name === SHARING).concat((state.world.roles || []).filter(({ name }) => name !== SHARING));
    const now = JSON.stringify(all);
    if (before.roles === now) return;
    const changed = before.roles !== undefined;
    before.roles = now;
    byId('roles').replaceChildren(...all.map((role) => h('details', { open: role.name === SHARING && 'open', class: changed ? 'fresh' : '' },
      h('summary', {}, code(role.name), ' ' + role.account + ' ', ...(role.policies.length ? role.policies.map((policy) => mark(policy, 'good')) : [mark(text('noPolicy'), 'bad')])),
      h('pre', {}, pretty(role.trust)))));
  };
  const received = () => {
    const counts = new Map();
    for (const { accounts } of state.world.images || []) for (const account of accounts) counts.set(account, (counts.get(account) || 0) + 1);
    return counts;
  };
  const draw = () => {
    images();
    roles();
    show('calls', [...state.calls].reverse().map((call) => [
      call.requestId, call.start.slice(11, 23),
      h('span', { class: call.status < 400 ? 'good' : 'bad' }, call.status + (call.code ? ' ' + call.code : ' OK')),
      [code(call.product + ' ' + call.action)], h('span', { class: 'dim' }, call.caller.split(':').slice(-2).join(':')),
    ]));
    show('shares', (state.world.shares || []).map((share) => {
      const some = (wanted) => share.associations.filter(({ kind }) => kind === wanted)
        .map(({ entity, status }) => mark(entity + ' · ' + status.toLowerCase(), status === 'ASSOCIATED' ? 'good' : 'bad'));
      return [share.region + '/' + share.id, [code(share.id), h('br'), h('bdi', { class: 'dim' }, share.name)], share.owner, some('RESOURCE'), some('TARGET')];
    }));
    show('keys', (state.world.keys || []).map((key) => [
      key.region + '/' + key.id, key.region, [code(key.id), h('br'), h('span', { class: 'dim' }, key.alias)], key.account,
      h('span', { class: key.state === 'Enabled' ? 'good' : 'bad' }, key.state),
    ]));
    const counts = received();
    show('accounts', (state.world.accounts || []).map(({ id, name, folder }) => [id, id, h('bdi', {}, name), folder, String(counts.get(id) || '')]));
  };

  const ask = async (method, path, body) => fetch(path, { method, body, headers: { 'X-Sandbox-Control': token } });
  let last = '';
  const look = async () => {
    try {
      const answer = await ask('GET', '/_sandbox/state');
      if (!answer.ok) throw new Error(String(answer.status));
      const body = await answer.text();
      if (body !== last) {
        last = body;
        state = JSON.parse(body);
        draw();
      }
      byId('live').className = '';
      byId('live').textContent = text('live');
    } catch {
      byId('live').className = 'lost';
      byId('live').textContent = text('lost');
    }
  };
  const watch = async () => {
    if (!document.hidden) await look();
    setTimeout(watch, PAUSE);
  };

  const order = async (method, path, body) => {
    const answer = await ask(method, path, body);
    byId('answer').textContent = text(answer.ok ? 'done' : 'refused', (await answer.text()).trim());
    await look();
  };
  if (control === 'true') {
    byId('control').hidden = false;
    for (const name of Object.keys(FAULTS)) byId('preset').append(h('option', { value: name }, text('fault.' + name)));
    const write = () => { byId('plan').value = JSON.stringify(FAULTS[byId('preset').value]); };
    byId('preset').addEventListener('change', write);
    write();
    byId('reset').addEventListener('click', () => order('POST', '/_sandbox/reset'));
    byId('forget').addEventListener('click', () => order('DELETE', '/_sandbox/requests'));
    byId('fault').addEventListener('click', () => order('PUT', '/_sandbox/faults', byId('plan').value));
    byId('end').addEventListener('click', () => order('DELETE', '/_sandbox/faults'));
  } else {
    byId('uncontrolled').hidden = false;
  }
  if (location.port !== '8787') byId('env').textContent = `eval "$(share-image sandbox env --port ${location.port})"`;
  byId('query').addEventListener('input', () => state && images());
  watch();
})();
