// The reader of PDF files in a worker of its own: a hostile file can be ended with it, and the window never waits for it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
