import { startPreviews } from '../preview/touch.ts'
import { searchOnSlash } from '../search/slash.ts'

// The one script of every page; what it opens is loaded by it.
startPreviews()
searchOnSlash()
