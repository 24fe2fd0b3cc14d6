export default {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': {
      variables: { narrow: '48em', collapsed: '73.75em' },
    },
  },
};
