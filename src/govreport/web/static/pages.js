/* What pages do beside being read: print, and pick the cell of a remark by a click. Without it the browser's menu and the list do the same. */
"use strict";
(function () {
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
  const list = document.getElementById("field");
  if (!list) return;
  for (const cell of document.querySelectorAll("[data-pick]")) {
    cell.addEventListener("click", () => {
      list.value = cell.dataset.pick;
      document.getElementById("text-of-remark").focus();
    });
  }
})();
