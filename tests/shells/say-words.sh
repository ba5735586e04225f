#!/bin/sh
# Stands for a browser: keeps the words that it was started with.
echo "$@" > "$SAID/words.part"
mv "$SAID/words.part" "$SAID/words"
