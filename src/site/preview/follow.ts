import { box, showPreview } from './box.ts'
import { linkToNode, pathOf, type NodeLink } from './node-link.ts'
import type { Point } from './place.ts'
import { startPress, type Press } from './press.ts'
import type { PreviewFile } from './preview-file.ts'
import { readPreview } from './read-preview.ts'
import { followed } from './touch.ts'

/** Milliseconds of pointing, or of holding, until a preview is shown. */
const [rest, hold] = [250, 500]
/** And until it is asked for, so that links which are passed over cost nothing. */
const sure = 100
/** Milliseconds in which the pointer may be between a link and its preview. */
const grace = 300

/** A link whose preview is on its way or shown. */
interface Aim {
  readonly link: NodeLink
  readonly point?: Point
  /** The press that asked for it. */
  readonly press?: Press
  file?: PreviewFile | undefined
}

/** What is wanted; and what is shown, which stays for a while when something else is wanted. */
let aim: Aim | undefined
let shown: (Aim & { readonly hide: () => void }) | undefined
/** The link whose preview was sent away, until the pointer and the focus have left it. */
let dismissed: NodeLink | undefined
let closing: ReturnType<typeof setTimeout> | undefined
let press: Press | undefined
/** The key that is down. */
let key: string | undefined

/** Shows previews from now on, as if from the first of the events that were missed. */
export function follow(missed: readonly Event[]): void {
  for (const event of missed) hear(event)
  for (const name of followed) addEventListener(name, hear, true)
}

function hear(event: Event): void {
  if (event instanceof PointerEvent) {
    if (event.type === 'pointerdown') hearDown(event)
    else if (event.type === 'pointerup' || event.type === 'pointercancel') hearUp(event)
    else hearPointing(event)
  } else if (event instanceof KeyboardEvent) hearKey(event)
  else hearFocus(event as FocusEvent)
}

function hearKey(event: KeyboardEvent): void {
  key = event.type === 'keydown' ? event.key : undefined
  if (key !== 'Escape') return
  // The one thing that it takes away; what else listens to it hears the next one.
  if (shown) event.stopPropagation()
  dismiss()
}

/** Other keys than Tab move the focus within things that show by themselves what is there. */
function hearFocus({ type, target, relatedTarget, timeStamp }: FocusEvent): void {
  if (type === 'focusout' && relatedTarget) return
  const isVisible = type === 'focusin' && (target as Element).matches(':focus-visible')
  turnTo(isVisible && (key ?? 'Tab') === 'Tab' ? target : null, timeStamp)
  closeIfLeft()
}

function hearPointing(event: PointerEvent): void {
  const { type, pointerType, buttons, relatedTarget, target, timeStamp } = event
  // While a button is down, something is dragged or selected.
  if (pointerType === 'touch' || buttons > 0) return
  if (type === 'pointerover') turnTo(target, timeStamp, { x: event.clientX, y: event.clientY })
  else if (!relatedTarget) turnTo(null, timeStamp)
}

function hearDown(event: PointerEvent): void {
  press?.end()
  press = undefined
  if (isInBox(event.target)) return
  if (event.pointerType !== 'touch') return dismiss()
  const link = linkToNode(event.target)
  if (!link || !event.isPrimary) return
  const begun = startPress(event, link, { isShown: () => shown?.press === begun, showNow, stop })
  press = begun
  void lead({ link, point: { x: event.clientX, y: event.clientY }, press }, event.timeStamp, hold)
}

/** A finger that goes up has tapped, unless it moved the page or has held a link until now. */
function hearUp({ type, pointerType, target }: PointerEvent): void {
  if (pointerType !== 'touch') return
  if (press && shown?.press === press) return press.release()
  stop()
  if (type === 'pointerup' && !isInBox(target)) dismiss()
}

function stop(): void {
  press?.end()
  press = undefined
  if (aim !== shown) aim = undefined
}

/** Shows what a finger is held on before its time, if it can be. */
function showNow(): void {
  if (aim?.press === press && aim?.file) show(aim, aim.file)
}

/** What is pointed at or focused now, since when, and where. */
function turnTo(target: EventTarget | null, since: number, point?: Point): void {
  if (dismissed && !isOn(dismissed)) dismissed = undefined
  const link = isInBox(target) ? shown?.link : linkToNode(target)
  if (link && link === shown?.link) {
    aim = shown
    stay()
  } else if (!link || link !== aim?.link) {
    aim = undefined
    if (shown) closing ??= setTimeout(closeIfLeft, grace)
    if (link && link !== dismissed) void lead({ link, ...(point ? { point } : {}) }, since, rest)
  }
}

async function lead(to: Aim, since: number, after: number): Promise<void> {
  aim = to
  await until(since + sure)
  if (aim !== to) return
  const asked = readPreview(pathOf(to.link)).then((file) => (to.file = file))
  await until(since + after)
  const file = await asked
  if (aim === to && file) show(to, file)
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time - performance.now()))
}

function show(to: Aim, file: PreviewFile): void {
  if (!to.link.isConnected) return
  hide()
  shown = { ...to, hide: showPreview(file, to.link, to.point, to.press !== undefined) }
  aim = shown
}

function hide(): void {
  stay()
  shown?.hide()
  shown = undefined
}

function stay(): void {
  clearTimeout(closing)
  closing = undefined
}

function closeIfLeft(): void {
  stay()
  if (shown && !shown.press && !isOn(shown.link) && !box.matches(':hover')) hide()
}

function dismiss(): void {
  dismissed = (shown ?? aim)?.link ?? dismissed
  aim = undefined
  hide()
}

function isOn(link: NodeLink): boolean {
  return link.isConnected && link.matches(':hover, :focus-visible')
}

function isInBox(target: EventTarget | null): boolean {
  return target instanceof Node && box.contains(target)
}
