// On the page of a merged node: a link that means one of its wordings leads to where they are kept.
// Every other goes on to the node that it was merged into, as the page says below this script.
{
  const { kept } = document.currentScript.dataset
  const pin = /^#v(?:=|%3D)([\da-f]{8})(?![\da-f])/i.exec(location.hash)?.[1]
  if (pin) {
    window.stop()
    location.replace(`${kept}#v=${pin.toLowerCase()}`)
  }
}
