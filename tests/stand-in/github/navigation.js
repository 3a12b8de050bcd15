// The stand-in for GitHub's own navigation, running in the page. It replays what matters to whoever watches the page:
// the order of address, document and events, and that Back restores a clone of the old document (nodes, but no listeners
// and no shadow roots).
//   plain link              Turbo visit: the whole [data-turbo-body] is replaced, and cached by address for Back and Forward
//   data-turbo-frame        Turbo frame: the frame's content and the repository header are replaced
//   data-soft-nav           React: only the app's root is redrawn; with the value "late", a while after `soft-nav:end`
//   data-turbo="false"      a real navigation, as for every link to elsewhere
// `standIn.visit(address, kind)` starts any of them without a link.
(() => {
  /** How long after `soft-nav:end` a late page appears, ms. */
  const lateBy = 300;
  const snapshots = new Map();
  let shownAt = location.href;

  const emit = (type, detail = {}, target = document) =>
    target.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: true, detail }));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const turboBody = (page) => page.querySelector('[data-turbo-body]');
  const appRoot = (page) =>
    page.querySelector('[data-target="react-app.reactRoot"]') ??
    page.querySelector('#repo-content-pjax-container');

  async function load(address) {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  }

  function takeSnapshot() {
    emit('turbo:before-cache');
    snapshots.set(shownAt, { title: document.title, body: turboBody(document).cloneNode(true) });
  }

  function show(title, body) {
    emit('turbo:before-render', { newBody: body });
    turboBody(document).replaceWith(body);
    document.title = title;
    shownAt = location.href;
    emit('turbo:render');
    emit('turbo:load', { url: location.href });
  }

  async function visitTurbo(address) {
    emit('turbo:click', { url: address });
    emit('turbo:before-visit', { url: address });
    takeSnapshot();
    emit('turbo:visit', { url: address, action: 'advance' });
    history.pushState({ turbo: { restorationIdentifier: String(Math.random()) } }, '', address);
    const page = await load(address);
    show(page.title, document.adoptNode(turboBody(page)));
  }

  async function visitFrame(address) {
    const frame = document.querySelector('turbo-frame#repo-content-turbo-frame');
    emit('turbo:before-fetch-request', {}, frame);
    takeSnapshot();
    const page = await load(address);
    emit('turbo:before-frame-render', {}, frame);
    frame.replaceChildren(...page.querySelector('turbo-frame#repo-content-turbo-frame').childNodes);
    document
      .querySelector('#repository-container-header')
      .replaceWith(page.querySelector('#repository-container-header'));
    document.title = page.title;
    history.pushState({ turbo: { restorationIdentifier: String(Math.random()) } }, '', address);
    shownAt = location.href;
    emit('turbo:frame-render', {}, frame);
    emit('turbo:frame-load', {}, frame);
    emit('turbo:load', { url: location.href });
  }

  async function redraw(address, late) {
    const page = await load(address);
    const draw = () => {
      appRoot(document).replaceChildren(...appRoot(page).childNodes);
      document.title = page.title;
      shownAt = location.href;
    };
    if (!late) draw();
    emit('soft-nav:success');
    emit('soft-nav:end');
    if (!late) return;
    appRoot(document).replaceChildren();
    await pause(lateBy);
    draw();
  }

  async function visitSoft(address, late) {
    emit('soft-nav:start');
    history.pushState({ usr: {} }, '', address);
    await redraw(address, late);
  }

  const visits = {
    turbo: visitTurbo,
    frame: visitFrame,
    soft: (address) => visitSoft(address, false),
    late: (address) => visitSoft(address, true),
  };
  window.standIn = { visit: (address, kind) => visits[kind](new URL(address, location.href).href) };

  function kindOf(link) {
    if (link.dataset.softNav !== undefined) return link.dataset.softNav === 'late' ? 'late' : 'soft';
    return link.dataset.turboFrame ? 'frame' : 'turbo';
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.origin !== location.origin) return;
    if (link.dataset.turbo === 'false' || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    void visits[kindOf(link)](link.href);
  });

  window.addEventListener('popstate', () => {
    const snapshot = snapshots.get(location.href);
    if (!snapshot) return void redraw(location.href, false);
    takeSnapshot();
    show(snapshot.title, snapshot.body.cloneNode(true));
  });

  document.addEventListener('DOMContentLoaded', () => emit('turbo:load', { url: location.href }));
})();
