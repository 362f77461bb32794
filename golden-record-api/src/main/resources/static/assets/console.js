// Keys and small courtesies. Every page works without this file.
(() => {
  'use strict';
  const typing = (element) => element.matches('input, select, textarea, [contenteditable]');

  // A control with data-key="a" is reached by the key A, a field with data-shortcut="/" by that key.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const key = event.key.toLowerCase();
    const control = [...document.querySelectorAll('[data-key], [data-shortcut]')]
      .find((each) => (each.dataset.key || each.dataset.shortcut) === key);
    if (!control) return;
    event.preventDefault();
    if (control.matches('input')) {
      control.focus();
      control.select();
    } else {
      control.click();
    }
  });

  // Enter in the comment decides nothing: an answer is always a button or its key.
  document.querySelectorAll('.decide input[type=text]').forEach((field) =>
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        field.blur();
      }
    }));

  // A form is sent once, however often its button is pressed.
  document.querySelectorAll('form[method=post]').forEach((form) =>
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', 'true'));
    }));

  // Going back shows a kept page: its forms may be sent again.
  window.addEventListener('pageshow', () =>
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-disabled'));
    }));
})();
