// Officials' pages.

import { autosave } from "./autosave.js";
import { comparisons } from "./comparisons.js";
import { copyButtons } from "./copy.js";
import { errorSummary } from "./error_summary.js";
import { passwords } from "./password.js";
import { printButtons } from "./print.js";
import { shortcuts } from "./shortcuts.js";
import { side } from "./side.js";
import { submitOnce } from "./submit_once.js";
import { unsaved } from "./unsaved.js";
import { uploads } from "./uploads.js";

errorSummary();
passwords();
copyButtons();
printButtons();
uploads();
side();
shortcuts();
unsaved();
comparisons();
autosave();
submitOnce();
