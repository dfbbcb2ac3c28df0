// On the page of a merged node: a link that means one of its wordings leads to where they are kept.
// Every other goes on to the node that it was merged into, as the page says below this script.
{
  const { hash } = location
  const { kept } = document.currentScript.dataset
  if (/^#v=[0-9a-f]{8}$/.test(hash)) {
    window.stop()
    location.replace(kept + hash)
  }
}
