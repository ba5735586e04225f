// The control: a child that loops for ever once it is asked, and has nobody to look after its parent.
process.on('message', () => {
  process.send?.('begun');
  for (;;);
});
